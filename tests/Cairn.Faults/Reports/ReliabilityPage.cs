namespace Cairn.Faults.Reports;

/// <summary>The part of <c>docs/reliability.md</c> that is written here.</summary>
internal static class ReliabilityPage
{
    private const string Begin = "<!-- faults -->";
    private const string End = "<!-- end of faults -->";

    public static void Write(IReadOnlyList<Tally> tallies, int seed)
    {
        var path = Path.Combine(Root(), "docs", "reliability.md");
        var text = File.ReadAllText(path);
        var begin = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var end = text.IndexOf(End, begin, StringComparison.Ordinal);
        var what = tallies.Select(tally => $"{tally.Known} of the {tally.Possible} faults that there are on {tally.Engine} ({tally.Version})");
        var sample = tallies.All(tally => tally.Known == tally.Possible) ? "All of them" : "A sample, chosen by chance";
        var run = $"{sample}, with seed {seed}, on {DateTime.UtcNow:yyyy-MM-dd}: {string.Join("; ", what)}.\n"
            + "A fault that came after the end of its run counts as not tried.\n\n";
        File.WriteAllText(path, $"{text[..begin]}\n\n{run}{TallyTable.Of(tallies)}\n{text[end..]}");
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
