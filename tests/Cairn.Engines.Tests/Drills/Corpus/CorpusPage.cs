using Cairn.Engines.Tests.Tools;

namespace Cairn.Engines.Tests.Drills.Corpus;

/// <summary>The numbers in docs/drills.md: held to the cases, or written with <c>CAIRN_DOCS=write</c>.</summary>
internal static class CorpusPage
{
    private const string Mark = "<!-- corpus -->\n";

    private static string Path => System.IO.Path.Combine(Repository.Root, "docs", "drills.md");

    public static void Hold(string table)
    {
        var text = File.ReadAllText(Path).ReplaceLineEndings("\n");
        var start = text.IndexOf(Mark, StringComparison.Ordinal);
        Assert.True(start >= 0, "docs/drills.md has no place for the corpus.");
        start += Mark.Length;
        var end = text.IndexOf("\n\n", start, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("CAIRN_DOCS") == "write")
        {
            File.WriteAllText(Path, text[..start] + table + text[end..]);
        }
        else
        {
            Assert.True(text[start..end] == table, "The corpus in docs/drills.md is not the one that is run; run this test with CAIRN_DOCS=write.\n" + table);
        }
    }
}
