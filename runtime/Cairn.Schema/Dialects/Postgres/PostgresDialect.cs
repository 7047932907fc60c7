using System.Text;
using Cairn.Schema.Dialects.Postgres.Snapshots;
using Cairn.Schema.Inspection;
using Cairn.Schema.Operations;

namespace Cairn.Schema.Dialects.Postgres;

/// <summary>PostgreSQL 13 or newer.</summary>
public sealed class PostgresDialect : Dialect
{
    private readonly PostgresRenderer renderer;

    /// <summary>PostgreSQL's words.</summary>
    public PostgresDialect() => renderer = new PostgresRenderer(this);

    /// <inheritdoc/>
    public override Client Client => Client.Postgres;

    /// <inheritdoc/>
    public override Capabilities Capabilities { get; } = new()
    {
        TransactionalDdl = true,
        FailureAbortsTransaction = true,
        Schemas = true,
        MaxIdentifierLength = 63,
    };

    /// <inheritdoc/>
    public override CatalogueReader Catalogue { get; } = new PostgresCatalogue();

    /// <inheritdoc/>
    public override SnapshotReader Snapshots { get; } = new PostgresSnapshotReader();

    /// <inheritdoc/>
    /// <exception cref="CairnException">The name is empty or over 63 bytes, which PostgreSQL would cut in silence (CAIRN3013).</exception>
    public override string Quote(string identifier)
    {
        ArgumentNullException.ThrowIfNull(identifier);
        var length = Encoding.UTF8.GetByteCount(identifier);
        return length is > 0 && length <= Capabilities.MaxIdentifierLength && !identifier.Contains('\0')
            ? $"\"{identifier.Replace("\"", "\"\"")}\""
            : throw Refusal.Value($"\"{identifier}\" is no name on PostgreSQL: it has {length} bytes.", "Names have 1 to 63 bytes of UTF-8 and no NUL character.");
    }

    /// <inheritdoc/>
    public override string Literal(object? value, ColumnType? type = null) => PostgresLiterals.Of(value, type);

    /// <inheritdoc/>
    public override string ValueText(string column, string type) =>
        type.StartsWith("numeric", StringComparison.Ordinal) && !type.EndsWith(']') ? $"trim_scale({column})::text" : $"{column}::text";

    /// <inheritdoc/>
    public override ValueTask<RenderedOperation> RenderAsync(SchemaOperation operation, ICatalogue catalogue, CancellationToken cancellationToken) =>
        renderer.RenderAsync(operation, catalogue, cancellationToken);
}
