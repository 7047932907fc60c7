using Cairn.Schema.Inspection;
using Cairn.Schema.Operations;

namespace Cairn.Schema.Dialects.Rendering;

/// <summary>
/// The one way from an operation to statements that the server databases share; a database's own renderer says only what differs. What a database
/// has no words for it refuses by name.
/// </summary>
/// <param name="dialect">The database's words.</param>
internal abstract partial class OperationRenderer(Dialect dialect)
{
    protected Dialect Dialect => dialect;

    public async ValueTask<RenderedOperation> RenderAsync(SchemaOperation operation, ICatalogue catalogue, CancellationToken cancellationToken) =>
        new(operation switch
        {
            CreateTable create => await CreateTableAsync(create, catalogue, cancellationToken),
            CreateTableLike like => await CreateTableLikeAsync(like, catalogue, cancellationToken),
            AlterTable alter => await AlterTableAsync(alter, catalogue, cancellationToken),
            DropTable drop => DropTable(drop),
            RenameTable rename => RenameTable(rename),
            CreateView create => CreateView(create),
            DropView drop => DropView(drop),
            RenameView rename => await RenameViewAsync(rename, catalogue, cancellationToken),
            CreateTrigger create => CreateTrigger(create),
            DropTrigger drop => DropTrigger(drop),
            RawSql raw => [new SqlStatement(raw.Sql) { Parameters = raw.Parameters }],
            _ => Other(operation),
        });

    protected abstract ValueTask<IReadOnlyList<SqlStatement>> CreateTableLikeAsync(CreateTableLike like, ICatalogue catalogue, CancellationToken cancellationToken);

    protected abstract ValueTask<IReadOnlyList<SqlStatement>> AlterTableAsync(AlterTable alter, ICatalogue catalogue, CancellationToken cancellationToken);

    protected abstract IReadOnlyList<SqlStatement> DropTable(DropTable drop);

    protected abstract IReadOnlyList<SqlStatement> RenameTable(RenameTable rename);

    protected abstract IReadOnlyList<SqlStatement> CreateView(CreateView create);

    protected abstract IReadOnlyList<SqlStatement> DropView(DropView drop);

    protected abstract ValueTask<IReadOnlyList<SqlStatement>> RenameViewAsync(RenameView rename, ICatalogue catalogue, CancellationToken cancellationToken);

    protected abstract IReadOnlyList<SqlStatement> CreateTrigger(CreateTrigger create);

    protected abstract IReadOnlyList<SqlStatement> DropTrigger(DropTrigger drop);

    /// <summary>What not all databases have: schemas, sequences, enum types, extensions, materialized views.</summary>
    protected virtual IReadOnlyList<SqlStatement> Other(SchemaOperation operation) =>
        throw Unsupported(operation.Describe(), "Guard the call with db.Is(…), or use Raw for this database.");

    protected CairnException Unsupported(string what, string fix) => Refusal.Unsupported(dialect.Client, what, fix);

    protected string Quote(string identifier) => dialect.Quote(identifier);

    protected string Quote(TableName name) => dialect.Quote(name);

    protected string QuoteAll(IEnumerable<string> identifiers) => string.Join(", ", identifiers.Select(dialect.Quote));

    protected static IReadOnlyList<SqlStatement> One(string text) => [new SqlStatement(text)];

    protected static string IfExists(bool said) => said ? "IF EXISTS " : "";

    protected static string IfNotExists(bool said) => said ? "IF NOT EXISTS " : "";

    /// <summary>A statement's text without a closing semicolon, which the builder's users may have written.</summary>
    protected static string Trim(string sql) => sql.Trim().TrimEnd(';').TrimEnd();
}
