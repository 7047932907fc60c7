using Cairn.Schema.Dialects.MySql;
using Cairn.Schema.Dialects.MariaDb.Snapshots;
using Cairn.Schema.Inspection;
using Cairn.Schema.Operations;

namespace Cairn.Schema.Dialects.MariaDb;

/// <summary>MariaDB 10.6 or newer.</summary>
public sealed class MariaDbDialect : Dialect
{
    private readonly MariaDbRenderer renderer;

    /// <summary>MariaDB's words.</summary>
    public MariaDbDialect() => renderer = new MariaDbRenderer(this);

    /// <inheritdoc/>
    public override Client Client => Client.MariaDb;

    /// <inheritdoc/>
    public override Capabilities Capabilities { get; } = new()
    {
        TransactionalDdl = false,
        FailureAbortsTransaction = false,
        Schemas = false,
        MaxIdentifierLength = 64,
    };

    /// <inheritdoc/>
    public override CatalogueReader Catalogue { get; } = new MariaDbCatalogue();

    /// <inheritdoc/>
    public override SnapshotReader Snapshots { get; } = new MariaDbSnapshotReader();

    /// <inheritdoc/>
    /// <exception cref="CairnException">The name is empty, too long or ends in a space, which these servers refuse (CAIRN3013).</exception>
    public override string Quote(string identifier) => MySqlNames.Quote(Client, identifier);

    /// <inheritdoc/>
    public override string Literal(object? value, ColumnType? type = null) => MySqlLiterals.Of(Client, value, type);

    /// <inheritdoc/>
    public override string ValueText(string column, string type) => MySqlValueText.Of(column, type);

    /// <inheritdoc/>
    public override ValueTask<RenderedOperation> RenderAsync(SchemaOperation operation, ICatalogue catalogue, CancellationToken cancellationToken) =>
        renderer.RenderAsync(operation, catalogue, cancellationToken);
}
