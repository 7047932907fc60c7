using Cairn.Runtime.Data;
using Cairn.Runtime.Drills.Crashes;
using Cairn.Runtime.Drills.Reports;
using Cairn.Runtime.Drills.Stories;

namespace Cairn.Runtime.Drills;

/// <summary>What to rehearse, and on what.</summary>
public sealed record DrillRequest
{
    /// <summary>The versions to rehearse; empty means all that are pending.</summary>
    public IReadOnlyList<string> Versions { get; init; } = [];

    /// <summary>The last applied migrations instead: on the copy they are rolled back first, the newest first.</summary>
    public int? Last { get; init; }

    /// <summary>Only migrations in these files (full paths), pending or applied; null for no such choice.</summary>
    public IReadOnlySet<string>? Files { get; init; }

    /// <summary>Which rows the copy gets. Cairn's own tables are always copied whole.</summary>
    public DrillData Data { get; init; } = DrillData.All;

    /// <summary>A database to use as the scratch copy, empty or marked by Cairn as scratch; null to make one.</summary>
    public DatabaseTarget? Scratch { get; init; }

    /// <summary>Stories to run, each on a fresh copy. Where there are some, migrations are rehearsed only where they are chosen too.</summary>
    public IReadOnlyList<DrillScript> Scripts { get; init; } = [];

    /// <summary>Starts the processes that stories kill; null where no story does.</summary>
    public IDrillCrash? Crash { get; init; }

    /// <summary>The longest that one direction of one migration may take; null for no limit.</summary>
    public TimeSpan? Timeout { get; init; }

    internal bool OnlyScripts => Scripts.Count > 0 && Versions.Count == 0 && Last is null && Files is null;
}
