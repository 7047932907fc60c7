namespace Cairn.Runtime.Drills.Reports;

/// <summary>One story that was run on a copy of its own.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Outcome">Passed or failed.</param>
/// <param name="Duration">How long it took.</param>
public sealed record ScriptDrill(string Path, DrillOutcome Outcome, TimeSpan Duration)
{
    /// <summary>What the story did, call by call, with the line of the script.</summary>
    public IReadOnlyList<DrillEvent> Events { get; init; } = [];

    /// <summary>What it failed with, or null.</summary>
    public CairnException? Error { get; init; }
}

/// <summary>One call of a story.</summary>
/// <param name="What">In words: <c>down 2: 20260301B, 20260301A</c>.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="Line">The script's line, where known.</param>
public sealed record DrillEvent(string What, TimeSpan Duration, int? Line);
