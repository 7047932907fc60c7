using Cairn.Schema;

namespace Cairn.Runtime.History;

/// <summary>The names of Cairn's own tables.</summary>
/// <param name="Tracking">One row per applied migration.</param>
/// <param name="Log">The append-only log of everything that was done.</param>
/// <param name="Journal">What the migration in progress has done so far, where no transaction protects it.</param>
internal sealed record TrackingTables(TableName Tracking, TableName Log, TableName Journal)
{
    /// <summary>Reads the <c>--table</c> setting: <c>table</c> or <c>schema.table</c>. The others are in the same schema.</summary>
    public static TrackingTables From(string setting)
    {
        var tracking = TableName.Parse(setting);
        return new TrackingTables(tracking, new TableName("cairn_history", tracking.Schema), new TableName("cairn_journal", tracking.Schema));
    }
}
