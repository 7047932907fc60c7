namespace Cairn.Runtime.History.Locks;

/// <summary>What PostgreSQL calls the lock of a tracking table: the same, whether its schema was named or is the connection's own.</summary>
/// <param name="trackingTable">The tracking table, as set.</param>
internal sealed class PostgresLockName(string trackingTable)
{
    /// <summary>An expression: schema and table.</summary>
    public string Text { get; } = trackingTable.Contains('.', StringComparison.Ordinal)
        ? $"'{Escaped(trackingTable)}'::text"
        : $"(current_schema() || '.{Escaped(trackingTable)}')";

    /// <summary>An expression: the number of the advisory lock.</summary>
    public string Key => $"hashtextextended('cairn:' || {Text}, 0)";

    private static string Escaped(string name) => name.Replace("'", "''", StringComparison.Ordinal);
}
