using Cairn.Schema.Inspection;

namespace Cairn.Schema.Dialects.MySql.Snapshots.Reading;

/// <summary>Reads the catalogue's rows about tables: one query for each kind of row, whatever the number of tables.</summary>
internal static class StructureRows
{
    public static async ValueTask<IReadOnlyList<CatalogueRow>> TablesAsync(ICatalogueConnection connection, StructureQueries queries, CancellationToken cancellationToken) =>
        await connection.ReadAsync(queries.Tables, [], cancellationToken);

    public static async ValueTask<IReadOnlyList<TableRows>> ReadAsync(
        ICatalogueConnection connection, StructureQueries queries, IEnumerable<CatalogueRow> tables, CancellationToken cancellationToken)
    {
        var columns = await ByTableAsync(queries.Columns);
        var indexes = await ByTableAsync(queries.Indexes);
        var checks = await ByTableAsync(queries.Checks);
        var foreignKeys = await ByTableAsync(queries.ForeignKeys);
        var foreignKeyColumns = await ByTableAsync(queries.ForeignKeyColumns);
        var triggers = await ByTableAsync(queries.Triggers);
        return [.. tables.Select(row => (Name: row.Text("name")!, row)).Select(table => new TableRows(table.Name, table.row)
        {
            Columns = [.. columns[table.Name]],
            Indexes = [.. indexes[table.Name]],
            Checks = [.. checks[table.Name]],
            ForeignKeys = [.. foreignKeys[table.Name]],
            ForeignKeyColumns = [.. foreignKeyColumns[table.Name]],
            Triggers = [.. triggers[table.Name]],
        })];

        async ValueTask<ILookup<string, CatalogueRow>> ByTableAsync(string sql) =>
            (await connection.ReadAsync(sql, [], cancellationToken)).ToLookup(row => row.Text("table_name")!, StringComparer.Ordinal);
    }
}
