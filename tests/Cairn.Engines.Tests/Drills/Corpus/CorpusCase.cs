using Cairn.Runtime.Drills.Reports;

namespace Cairn.Engines.Tests.Drills.Corpus;

/// <summary>One migration of the corpus: with a wrong Down, which must be caught with the object named, or with a right one, which must not fail.</summary>
/// <param name="Name">What it does, in a few words; no other case has it.</param>
/// <param name="Engines">The databases that it runs on.</param>
/// <param name="Text">The migration.</param>
public sealed record CorpusCase(string Name, IReadOnlyList<string> Engines, string Text)
{
    /// <summary>For a wrong Down the objects that must be named (<c>index orders_note_index</c>), perhaps with what is said of them; empty for a right one.</summary>
    public IReadOnlyList<string> Named { get; init; } = [];

    /// <summary>How the drill must end.</summary>
    public required DrillOutcome Outcome { get; init; }

    public bool IsWrong => Outcome == DrillOutcome.Failed;

    /// <summary>The file's ending: SQL says which section is up.</summary>
    public string Ending => Text.Contains("-- up", StringComparison.Ordinal) ? ".sql" : ".csx";

    /// <summary>What is not as it should be, or null.</summary>
    public string? Judge(MigrationDrill drill)
    {
        var found = string.Join("; ", drill.Differences.Select(difference => $"{difference.When} {difference}"));
        if (drill.Outcome != Outcome)
        {
            return $"{Name}: {drill.Outcome}, not {Outcome}. {found} {drill.Error?.Message} {drill.Error?.InnerException?.Message}";
        }

        var missing = Named.Where(named => !drill.Differences.Any(difference => difference.When == DrillMoment.Down && Says(difference, named))).ToList();
        return missing.Count == 0 ? null : $"{Name}: not told: {string.Join("; ", missing)}. Told: {found} {drill.Error?.Message}";
    }

    private static bool Says(DrillDifference difference, string named) =>
        difference.Subject == named || difference.ToString() == named || difference.ToString().StartsWith(named + " ", StringComparison.Ordinal) || difference.ToString().StartsWith(named + ",", StringComparison.Ordinal);
}
