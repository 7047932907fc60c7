using Cairn.Schema;
using Cairn.Schema.Inspection;
using Cairn.Schema.Operations;

namespace Cairn;

/// <summary>What the database has now, in one model for all databases. Asking runs the queued operations first.</summary>
/// <param name="catalogue">Where to ask.</param>
/// <param name="client">The database, for how it compares names.</param>
public sealed class DbInspector(ICatalogue catalogue, Client client)
{
    /// <summary>Whether there is a table (or view) of that name.</summary>
    public async Task<bool> HasTable(string table, string? schema = null) => await Find(table, schema) is not null;

    /// <summary>Whether the table has the column; compared without regard to case on databases that do so.</summary>
    public async Task<bool> HasColumn(string table, string column, string? schema = null) =>
        await Find(table, schema) is { } model && model.Columns.Any(candidate => candidate.Name.Equals(column, client == Client.Postgres ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase));

    /// <summary>The whole model of a table or view, or null.</summary>
    public async Task<TableModel?> Table(string table, string? schema = null) => await Find(table, schema);

    /// <summary>The names of all tables, without views.</summary>
    public async Task<IReadOnlyList<string>> Tables(string? schema = null) =>
        [.. (await catalogue.ListTablesAsync(schema, CancellationToken.None)).Where(model => !model.IsView).Select(model => model.Name.Name)];

    /// <summary>The columns of a table, in order.</summary>
    /// <exception cref="CairnException">There is no such table (CAIRN3010).</exception>
    public async Task<IReadOnlyList<ColumnModel>> Columns(string table, string? schema = null) => (await Get(table, schema)).Columns;

    /// <summary>The columns of the primary key, in order; empty where there is none.</summary>
    /// <exception cref="CairnException">There is no such table (CAIRN3010).</exception>
    public async Task<IReadOnlyList<string>> PrimaryKey(string table, string? schema = null) => (await Get(table, schema)).PrimaryKey?.Columns ?? [];

    /// <summary>The foreign keys of a table.</summary>
    /// <exception cref="CairnException">There is no such table (CAIRN3010).</exception>
    public async Task<IReadOnlyList<ForeignKeyDefinition>> ForeignKeys(string table, string? schema = null) => (await Get(table, schema)).ForeignKeys;

    /// <summary>The indexes of a table that are not the work of a constraint.</summary>
    /// <exception cref="CairnException">There is no such table (CAIRN3010).</exception>
    public async Task<IReadOnlyList<IndexModel>> Indexes(string table, string? schema = null) => (await Get(table, schema)).Indexes;

    private ValueTask<TableModel?> Find(string table, string? schema) =>
        catalogue.FindTableAsync(Named(table, schema), CancellationToken.None);

    private static TableName Named(string table, string? schema) => schema is null ? TableName.Parse(table) : new TableName(table, schema);

    private async Task<TableModel> Get(string table, string? schema) => await Find(table, schema)
        ?? throw new CairnException(ErrorCodes.ObjectMissing, $"There is no table {Named(table, schema)}.")
        {
            Fix = "Correct the name; db.Inspect.Tables() lists what there is.",
        };
}
