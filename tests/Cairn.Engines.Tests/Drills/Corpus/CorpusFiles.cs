using Cairn.Engines.Tests.Servers;
using Cairn.Engines.Tests.Tools;
using Cairn.Runtime.Drills.Reports;

namespace Cairn.Engines.Tests.Drills.Corpus;

/// <summary>
/// The case files: <c>=== wrong | sqlite postgres | name | object; object</c> and <c>=== right | all | name</c>, each with its migration below, as SQL with sections or as a script.
/// What comes before the first case is a comment.
/// </summary>
internal static class CorpusFiles
{
    private const string Mark = "=== ";

    private static readonly string[] Every = [EngineNames.Sqlite, EngineNames.Postgres, EngineNames.MariaDb, EngineNames.MySql];

    private static string Folder => Path.Combine(Repository.Root, "tests", "Cairn.Engines.Tests", "Drills", "Corpus");

    /// <summary>The structure and the rows that every case begins with, as a migration.</summary>
    public static string Start(string engine) => File.ReadAllText(Path.Combine(Folder, "Starts", (EngineNames.NeedsDriver(engine) ? EngineNames.MariaDb : engine) + ".sql"));

    public static IReadOnlyList<CorpusCase> Cases() =>
        [.. Directory.EnumerateFiles(Path.Combine(Folder, "Cases"), "*.txt").Order(StringComparer.Ordinal).SelectMany(path => Read(File.ReadAllText(path).ReplaceLineEndings("\n")))];

    public static IEnumerable<CorpusCase> Read(string text) => ("\n" + text).Split("\n" + Mark).Skip(1).Select(ReadOne);

    private static CorpusCase ReadOne(string part)
    {
        var (head, text) = (part[..part.IndexOf('\n', StringComparison.Ordinal)], part[(part.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
        var fields = head.Split(" | ", StringSplitOptions.TrimEntries);
        var isWrong = fields[0] == "wrong";
        Assert.True(isWrong ? fields.Length == 4 : fields[0] == "right" && fields.Length is 3 or 4, head);
        var engines = fields[1] == "all" ? Every : fields[1].Split(' ');
        Assert.All(engines, engine => Assert.Contains(engine, Every));
        return new CorpusCase(fields[2], engines, text)
        {
            Named = isWrong ? fields[3].Split("; ") : [],
            Outcome = isWrong ? DrillOutcome.Failed : Enum.Parse<DrillOutcome>(fields.ElementAtOrDefault(3)?.Replace(" ", "", StringComparison.Ordinal) ?? "passed", ignoreCase: true),
        };
    }
}
