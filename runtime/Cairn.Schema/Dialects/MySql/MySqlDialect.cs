using Cairn.Schema.Dialects.MySql.Snapshots;
using Cairn.Schema.Inspection;
using Cairn.Schema.Operations;

namespace Cairn.Schema.Dialects.MySql;

/// <summary>MySQL 8 or newer.</summary>
public sealed class MySqlDialect : Dialect
{
    private readonly MySqlRenderer renderer;

    /// <summary>MySQL's words.</summary>
    public MySqlDialect() => renderer = new MySqlRenderer(this);

    /// <inheritdoc/>
    public override Client Client => Client.MySql;

    /// <inheritdoc/>
    public override Capabilities Capabilities { get; } = new()
    {
        TransactionalDdl = false,
        FailureAbortsTransaction = false,
        Schemas = false,
        MaxIdentifierLength = 64,
    };

    /// <inheritdoc/>
    public override CatalogueReader Catalogue { get; } = new MySqlCatalogue();

    /// <inheritdoc/>
    public override SnapshotReader Snapshots { get; } = new MySqlSnapshotReader();

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
