using Cairn.Schema.Building;

namespace Cairn;

/// <summary>What a migration works with: the database of the run, inside the run's transaction.</summary>
public sealed partial class Db
{
    /// <summary>The schema builder.</summary>
    public SchemaBuilder Schema { get; } = null!;

    /// <summary>Queues one raw statement; runs in its written order with the schema operations.</summary>
    public SchemaStep Sql(string sql, object? parameters = null) => throw new NotSupportedException("not built yet");
}
