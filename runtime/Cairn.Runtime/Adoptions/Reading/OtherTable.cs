using System.Data.Common;
using Cairn.Runtime.Adoptions.Systems;
using Cairn.Runtime.Data.Connections;
using Cairn.Schema;
using Cairn.Schema.Inspection;

namespace Cairn.Runtime.Adoptions.Reading;

/// <summary>Reads another tool's table, and never writes to it.</summary>
internal sealed class OtherTable(RunConnection connection, AdoptedSystem system)
{
    /// <summary>What the tool holds as applied, and the table that says so, as the database spells it.</summary>
    /// <param name="named">The table that the user named; null for the tool's own.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="CairnException">CAIRN5301, 5302, 5303, or the table cannot be read (4002).</exception>
    public async Task<(TableName Table, OtherHistory History)> ReadAsync(string? named, CancellationToken cancellationToken)
    {
        var table = await new OtherTableFinder(connection, system).FindAsync(named, cancellationToken);
        foreach (var held in system.Locks(table))
        {
            await RefuseIfHeldAsync(held, cancellationToken);
        }

        var columns = await ColumnsAsync(table, cancellationToken);
        var rows = await QueryAsync(table, $"SELECT {string.Join(", ", columns)} FROM {Quote(table)}", cancellationToken);
        return (table, system.Read(rows));
    }

    private async Task RefuseIfHeldAsync(OtherLock held, CancellationToken cancellationToken)
    {
        if (await connection.Catalogue.FindTableAsync(held.Table, cancellationToken) is not { } found || (held.Flag is { } flag && ColumnOf(found, flag) is null))
        {
            return;
        }

        var rows = await QueryAsync(held.Table, $"SELECT * FROM {Quote(held.Table)}", cancellationToken);
        if (rows.Any(row => held.Flag is null || row.Flag(held.Flag)))
        {
            throw OtherErrors.InProgress(system, held.Table);
        }
    }

    /// <summary>The columns that are asked for, each by the name that the tool gives it; one that may be missing is null then.</summary>
    private async Task<IReadOnlyList<string>> ColumnsAsync(TableName table, CancellationToken cancellationToken)
    {
        var model = await connection.Catalogue.FindTableAsync(table, cancellationToken) ?? new TableModel(table, IsView: false);
        var lacking = system.Columns.Where(column => column.Required && ColumnOf(model, column.Name) is null).Select(column => column.Name).ToList();
        return lacking.Count == 0
            ? [.. system.Columns.Select(column => $"{(ColumnOf(model, column.Name) is { } name ? Quote(name) : "NULL")} AS {Quote(column.Name)}")]
            : throw OtherErrors.Shape(system, table, lacking, [.. model.Columns.Select(column => column.Name)]);
    }

    private async Task<IReadOnlyList<CatalogueRow>> QueryAsync(TableName table, string sql, CancellationToken cancellationToken)
    {
        try
        {
            return await connection.QueryAsync(sql, [], cancellationToken);
        }
        catch (DbException exception)
        {
            throw OtherErrors.Unreadable(system, table, connection.Client.Classify(exception), exception);
        }
    }

    private static string? ColumnOf(TableModel table, string name) => table.Columns.Select(column => column.Name).FirstOrDefault(column => Plain(column) == Plain(name));

    private static string Plain(string name) => name.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();

    private string Quote(TableName table) => connection.Client.Dialect.Quote(table);

    private string Quote(string name) => connection.Client.Dialect.Quote(name);
}
