namespace Cairn.Tool.Output.Fleets;

/// <summary>What became of one database of a fleet.</summary>
internal enum FleetState
{
    /// <summary>Not begun: something ended the run before its turn.</summary>
    NotStarted,

    /// <summary>Done, and there was something to do or to tell.</summary>
    Done,

    /// <summary>Done, and there was nothing to do.</summary>
    Nothing,

    /// <summary>Done in the run that is gone on with.</summary>
    DoneBefore,

    /// <summary>Failed, or found what was looked for.</summary>
    Failed,

    /// <summary>Cancelled while it ran.</summary>
    Cancelled,
}

/// <summary>The states in words.</summary>
internal static class FleetStates
{
    /// <summary>As tables, JSON and reports have it.</summary>
    public static string Word(this FleetState state) => state switch
    {
        FleetState.NotStarted => "not started",
        FleetState.Done => "done",
        FleetState.Nothing => "nothing to do",
        FleetState.DoneBefore => "done before",
        FleetState.Failed => "failed",
        _ => "cancelled",
    };
}
