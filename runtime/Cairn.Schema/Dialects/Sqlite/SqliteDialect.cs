using Cairn.Schema.Dialects.Sqlite.Altering;
using Cairn.Schema.Dialects.Sqlite.Inspection;
using Cairn.Schema.Dialects.Sqlite.Rendering;
using Cairn.Schema.Inspection;
using Cairn.Schema.Operations;

namespace Cairn.Schema.Dialects.Sqlite;

/// <summary>
/// SQLite 3.35 or newer. What ALTER TABLE cannot do there is done by rebuilding the table: see <see cref="Altering"/>.
/// </summary>
/// <example><code>var rendered = await new SqliteDialect().RenderAsync(new DropTable(new("orders")), catalogue, cancellationToken);</code></example>
public sealed class SqliteDialect : Dialect
{
    /// <inheritdoc/>
    public override Client Client => Client.Sqlite;

    /// <inheritdoc/>
    public override Capabilities Capabilities { get; } = new()
    {
        TransactionalDdl = true,
        FailureAbortsTransaction = false,
        Schemas = false,
        MaxIdentifierLength = int.MaxValue,
    };

    /// <inheritdoc/>
    public override CatalogueReader Catalogue { get; } = new SqliteCatalogueReader();

    /// <inheritdoc/>
    public override SnapshotReader Snapshots { get; } = new SqliteSnapshotReader();

    /// <inheritdoc/>
    public override string Quote(string identifier) => SqliteNames.Quote(identifier);

    /// <inheritdoc/>
    public override string Literal(object? value, ColumnType? type = null) => SqliteLiterals.Render(value, type);

    /// <inheritdoc/>
    public override string ValueText(string column, string type) =>
        // quote() ends a text at its first null character.
        $"CASE WHEN {column} IS NULL THEN NULL WHEN typeof({column}) = 'text' AND instr(CAST({column} AS BLOB), x'00') > 0 THEN 'text ' || hex({column}) ELSE quote({column}) END";

    /// <inheritdoc/>
    public override async ValueTask<RenderedOperation> RenderAsync(SchemaOperation operation, ICatalogue catalogue, CancellationToken cancellationToken) =>
        operation switch
        {
            CreateTable create => await TableRendering.CreateAsync(create, catalogue, cancellationToken),
            CreateTableLike like => await TableRendering.CreateLikeAsync(like, catalogue, cancellationToken),
            DropTable drop => await TableRendering.DropAsync(drop, catalogue, cancellationToken),
            RenameTable rename => await RenameRendering.RenameAsync(rename, catalogue, cancellationToken),
            AlterTable alter => await AlterTableRendering.RenderAsync(alter, catalogue, cancellationToken),
            RebuildTable rebuild => await TableReplacement.RenderAsync(rebuild, catalogue, cancellationToken),
            CreateView create => await ViewRendering.CreateAsync(create, catalogue, cancellationToken),
            DropView drop => await ViewRendering.DropAsync(drop, catalogue, cancellationToken),
            RenameView rename => await ViewRendering.RenameAsync(rename, catalogue, cancellationToken),
            CreateTrigger create => TriggerRendering.Create(create),
            DropTrigger drop => await TriggerRendering.DropAsync(drop, catalogue, cancellationToken),
            RawSql raw => new RenderedOperation([new SqlStatement(raw.Sql) { Parameters = raw.Parameters }]),
            _ => throw Unsupported(operation),
        };

    private static CairnException Unsupported(SchemaOperation operation) => operation switch
    {
        CreateSchema or DropSchema => SqliteRefusal.Unsupported($"schemas ({operation.Describe()})", Branch),
        CreateSequence or DropSequence => SqliteRefusal.Unsupported($"sequences ({operation.Describe()})", "Use Increments, or branch with db.Is(…)."),
        CreateEnum or AddEnumValue or DropEnum => SqliteRefusal.Unsupported($"enum types ({operation.Describe()})", "Use a column table.Enum(name, values), or branch with db.Is(…)."),
        CreateExtension or DropExtension => SqliteRefusal.Unsupported($"extensions of the schema ({operation.Describe()})", Branch),
        RefreshMaterializedView => SqliteRefusal.Unsupported($"materialized views ({operation.Describe()})", Branch),
        _ => SqliteRefusal.Unsupported($"way to {operation.Describe()}", Branch),
    };

    private const string Branch = "Branch with db.Is(Client.Postgres), or give the migration [Client(Client.Postgres)].";
}
