using System.Text.RegularExpressions;
using Cairn.Runtime.Seeds;
using Cairn.Scripting.Caching;
using Cairn.Scripting.Compiling;
using Cairn.Scripting.Formats;
using Cairn.Tests.House.Sources;
using Xunit;

namespace Cairn.Tests.House.Documents;

/// <summary>The migrations in the documentation are migrations: they compile.</summary>
/// <remarks>
/// <c>```csharp</c> with an Up, a Change, a class or a Run of a drill is a whole script, <c>```csharp body</c> what stands in Up, <c>```csharp table</c> what stands in
/// AlterTable, and <c>```sql</c> with sections a whole SQL file.
/// </remarks>
public sealed partial class ScriptBlockTests
{
    private static readonly string[] Pages = ["README.md", .. Repository.Files("docs", "*.md"), .. Repository.Files("examples", "*.md")];

    [Fact]
    public async Task Scripts_compile()
    {
        using var folder = new Scripting.ScriptFolder();
        var blocks = Pages.SelectMany(Blocks).ToList();
        Assert.True(blocks.Count > 10, $"Only {blocks.Count} scripts were found in the documentation.");
        var scripts = blocks.Select((block, index) => folder.Write($"{20260101 + index}A-block{block.Ending}", block.Text) with { Path = block.Place }).ToLookup(script => script.Format);
        var drills = Runs("Run(Drill").Select((block, index) => (folder.Write($"{20300101 + index}A-drill.csx", block.Text).FilePath!, block.Place)).ToList();
        Assert.NotEmpty(drills);
        await new DrillScriptReader(new ScriptCompiler(CompileCache.None)).LoadAsync(drills, TestContext.Current.CancellationToken);
        var seeds = Runs("Run(Db").Select((block, index) => folder.Write($"seed{index}.csx", block.Text) is var file ? new SeedFile($"seed{index}", file.FilePath!, block.Place) : null!).ToList();
        Assert.NotEmpty(seeds);
        await new SeedReader(new ScriptCompiler(CompileCache.None)).LoadAsync(seeds, TestContext.Current.CancellationToken);
        var csx = await new CsxFormat(new ScriptCompiler(CompileCache.None)).LoadAsync([.. scripts[".csx"]], TestContext.Current.CancellationToken);
        var sql = await new SqlFormat(db => db.Client).LoadAsync([.. scripts[".sql"]], TestContext.Current.CancellationToken);
        Found.Nothing(
            csx.Errors.Concat(sql.Errors).Select(error => $"{error.File}, its line {error.Line}: {error.Message}"),
            "These scripts of the documentation do not compile:");
    }

    private static IEnumerable<(string Place, string Text, string Ending)> Blocks(string page)
    {
        var text = Repository.Read(page).ReplaceLineEndings("\n");
        foreach (Match match in Fence().Matches(text))
        {
            var (kind, code) = (match.Groups["kind"].Value, match.Groups["code"].Value);
            var place = $"{page}({text[..match.Index].Count(letter => letter == '\n') + 1})";
            var script = kind switch
            {
                "csharp" when Whole().IsMatch(code) => (code, ".csx"),
                "csharp body" => ($"async Task Up(Db db)\n{{\nawait Task.CompletedTask;\n{code}}}\nvoid Down(Db db) {{ }}", ".csx"),
                "csharp table" => ($"void Up(Db db) => db.Schema.AlterTable(\"t\", table =>\n{{\n{code}}});\nvoid Down(Db db) {{ }}", ".csx"),
                "sql" when code.Contains("-- up", StringComparison.Ordinal) || code.Contains("-- migrate:up", StringComparison.Ordinal) => (code, ".sql"),
                _ => (null, ""),
            };
            if (script.Item1 is { } whole)
            {
                yield return (place, whole, script.Item2);
            }
        }
    }

    private static IEnumerable<(string Place, string Text)> Runs(string signature) =>
        from page in Pages
        let text = Repository.Read(page).ReplaceLineEndings("\n")
        from match in Fence().Matches(text)
        let code = match.Groups["code"].Value
        where match.Groups["kind"].Value == "csharp" && code.Contains(signature, StringComparison.Ordinal)
        select ($"{page}({text[..match.Index].Count(letter => letter == '\n') + 1})", code);

    [GeneratedRegex("^```(?<kind>[a-z ]+)\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\b(Up|Change)\(|: Migration\b")]
    private static partial Regex Whole();
}
