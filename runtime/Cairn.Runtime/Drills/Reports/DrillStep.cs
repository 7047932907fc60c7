namespace Cairn.Runtime.Drills.Reports;

/// <summary>One direction of a migration, as the drill ran it.</summary>
/// <param name="Direction">Which way.</param>
/// <param name="Duration">How long it took.</param>
public sealed record DrillStep(Direction Direction, TimeSpan Duration)
{
    /// <summary>The statements that were sent, in order.</summary>
    public IReadOnlyList<string> Sql { get; init; } = [];

    /// <summary>How many rows the statements say that they changed.</summary>
    public long RowsChanged { get; init; }

    /// <summary>The strongest lock on each table that was there before, the strongest first (PostgreSQL).</summary>
    public IReadOnlyList<LockTaken> Locks { get; init; } = [];

    /// <summary>The tables whose rows were all written anew (PostgreSQL, SQLite).</summary>
    public IReadOnlyList<string> Rewritten { get; init; } = [];
}

/// <summary>A lock that a step held on a table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Mode">The lock in the database's words: <c>AccessExclusiveLock</c>.</param>
/// <param name="Held">From the statement that took it to the end of the transaction.</param>
public sealed record LockTaken(string Table, string Mode, TimeSpan Held);
