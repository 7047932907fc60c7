using Cairn.Schema;

namespace Cairn.Runtime.History;

/// <summary>The names of Cairn's own tables.</summary>
/// <param name="Tracking">One row per applied migration.</param>
/// <param name="Log">The append-only log of everything that was done.</param>
internal sealed record TrackingTables(TableName Tracking, TableName Log)
{
    /// <summary>The leases, where a session's lock would mean nothing; in the same schema.</summary>
    public TableName Lock => new("cairn_lock", Tracking.Schema);

    /// <summary>Reads the <c>--table</c> setting: <c>table</c> or <c>schema.table</c>. The log is in the same schema.</summary>
    public static TrackingTables From(string setting)
    {
        var tracking = TableName.Parse(setting);
        return new TrackingTables(tracking, new TableName("cairn_history", tracking.Schema));
    }
}
