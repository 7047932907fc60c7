namespace Cairn.Tool.Output.Fleets;

/// <summary>What a command did on all databases of a fleet.</summary>
/// <param name="Targets">Each of them, in the order of the targets file.</param>
internal sealed record FleetReport(IReadOnlyList<FleetOutcome> Targets)
{
    /// <summary>What the command answered, each answer once, with those that gave it.</summary>
    public IReadOnlyList<FleetAnswer> Answers { get; init; } = [];

    /// <summary>Why some were not started; null where all were.</summary>
    public string? Stopped { get; init; }

    /// <summary>Whether the user ended it before all were done.</summary>
    public bool IsCancelled { get; init; }

    public int Count(FleetState state) => Targets.Count(target => target.State == state);

    public IEnumerable<FleetOutcome> In(FleetState state) => Targets.Where(target => target.State == state);

    /// <summary>
    /// 0 where nothing failed, 130 where it was cancelled. 70 where any was a defect. Otherwise a code that all have that were begun (so that 2
    /// still means that nothing was run anywhere, and 5 that no database could be reached), 3 where a check found something on some and
    /// nothing else failed, and 1 for all else.
    /// </summary>
    public int ExitCode
    {
        get
        {
            var failed = In(FleetState.Failed).Select(target => target.Report!.ExitCode).ToList();
            if (IsCancelled)
            {
                return ExitCodes.Cancelled;
            }

            var isWhole = failed.Count == Targets.Count(target => target.State is not (FleetState.NotStarted or FleetState.DoneBefore));
            return failed.Distinct().ToList() switch
            {
                [] => ExitCodes.Done,
                var codes when codes.Contains(ExitCodes.Defect) => ExitCodes.Defect,
                [ExitCodes.Found] => ExitCodes.Found,
                [var code] when isWhole => code,
                _ => ExitCodes.Failed,
            };
        }
    }
}

/// <summary>What a command answered for some databases alike.</summary>
/// <param name="Names">Their names.</param>
/// <param name="Lines">The answer.</param>
internal sealed record FleetAnswer(IReadOnlyList<string> Names, IReadOnlyList<string> Lines);
