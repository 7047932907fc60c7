namespace Cairn.Faults.Reports;

/// <summary>The part of <c>docs/reliability.md</c> that is written here.</summary>
internal static class ReliabilityPage
{
    private const string Begin = "<!-- faults -->";
    private const string End = "<!-- end of faults -->";

    public static void Write(IReadOnlyList<Tally> tallies, bool isSample)
    {
        var path = Path.Combine(Root(), "docs", "reliability.md");
        var text = File.ReadAllText(path);
        var begin = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var end = text.IndexOf(End, begin, StringComparison.Ordinal);
        var sample = isSample ? $"A sample: of {string.Join(", ", tallies.Select(tally => $"{tally.Possible} faults on {tally.Engine}"))}.\n\n" : "";
        File.WriteAllText(path, $"{text[..begin]}\n\n{sample}{TallyTable.Of(tallies)}\n{text[end..]}");
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Tool.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The harness does not lie in the repository.");
        }

        return folder.FullName;
    }
}
