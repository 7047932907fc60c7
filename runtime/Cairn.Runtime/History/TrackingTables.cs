using Cairn.Schema;

namespace Cairn.Runtime.History;

/// <summary>The names of Cairn's own tables.</summary>
/// <param name="Tracking">One row per applied migration.</param>
/// <param name="Log">The append-only log of everything that was done.</param>
internal sealed record TrackingTables(TableName Tracking, TableName Log)
{
    /// <summary>Reads the <c>--table</c> setting: <c>table</c> or <c>schema.table</c>. The log is in the same schema.</summary>
    public static TrackingTables From(string setting)
    {
        var dot = setting.IndexOf('.', StringComparison.Ordinal);
        var (schema, name) = dot < 0 ? (null, setting) : (setting[..dot], setting[(dot + 1)..]);
        return new TrackingTables(new TableName(name, schema), new TableName("cairn_history", schema));
    }
}
