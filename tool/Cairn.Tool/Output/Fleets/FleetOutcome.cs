namespace Cairn.Tool.Output.Fleets;

/// <summary>One database of a fleet in a report.</summary>
/// <param name="Name">The target's name.</param>
/// <param name="State">What became of it.</param>
internal sealed record FleetOutcome(string Name, FleetState State)
{
    /// <summary>What the command reported of it, as far as it is still needed; null where it was not begun.</summary>
    public CommandReport? Report { get; init; }

    /// <summary>How many migrations it tells of, by their state: <c>2 applied</c>; else its one line.</summary>
    public string What { get; init; } = "";

    /// <summary>How long it took; null where it was not begun.</summary>
    public TimeSpan? Took { get; init; }

    /// <summary>From a report that came back.</summary>
    /// <param name="name">The target's name.</param>
    /// <param name="report">The report.</param>
    /// <param name="took">How long it took.</param>
    /// <param name="keep">Whether its lists are printed at the end; otherwise a fleet of thousands would hold them all for nothing.</param>
    public static FleetOutcome Of(string name, CommandReport report, TimeSpan took, bool keep) => new(name, StateOf(report))
    {
        What = report.Error is { } error && error.Code != ErrorCodes.Cancelled ? error.Code : WhatOf(report),
        Took = took,
        Report = keep ? report : report with { Migrations = [], Table = null, Seeds = null, Schema = null, Failed = report.HasFailed },
    };

    private static FleetState StateOf(CommandReport report) => report switch
    {
        { Error.Code: ErrorCodes.Cancelled } => FleetState.Cancelled,
        { Error: not null } => FleetState.Failed,
        { Migrations.Count: 0, Answer.Count: 0, Table: null, Seeds: null } => FleetState.Nothing,
        _ => FleetState.Done,
    };

    private static string WhatOf(CommandReport report) => report.Migrations.Count > 0
        ? string.Join(", ", report.Migrations.GroupBy(migration => migration.State, StringComparer.Ordinal).Select(group => $"{group.Count()} {group.Key}"))
        : report.Seeds is { } seeds
        ? string.Join(", ", seeds.GroupBy(seed => seed.State, StringComparer.Ordinal).Select(group => $"{group.Count()} {group.Key}"))
        : report.Answer is [{ Length: <= 80 } only] ? only : report.Summary.FirstOrDefault("");
}
