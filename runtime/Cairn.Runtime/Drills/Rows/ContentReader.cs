using System.Data;
using System.Data.Common;
using Cairn.Runtime.Data.Clients;

namespace Cairn.Runtime.Drills.Rows;

/// <summary>Reads tables from one end to the other and keeps hashes of them. Nothing of the rows stays in memory.</summary>
/// <param name="client">The database system.</param>
/// <param name="connection">An open connection.</param>
internal sealed class ContentReader(DatabaseClient client, DbConnection connection)
{
    /// <summary>Is told after each table how many rows were read so far, of all tables.</summary>
    public Action<long> Progress { get; init; } = _ => { };

    /// <summary>Reads the tables, one after the other.</summary>
    /// <param name="tables">What to read.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IReadOnlyDictionary<string, TableContent>> ReadAsync(IEnumerable<TableSelection> tables, CancellationToken cancellationToken)
    {
        var contents = new Dictionary<string, TableContent>(StringComparer.Ordinal);
        var rows = 0L;
        foreach (var table in tables)
        {
            var content = await ReadAsync(table, cancellationToken);
            contents.Add(table.Table, content);
            rows += content.Rows;
            Progress(rows);
        }

        return contents;
    }

    private async Task<TableContent> ReadAsync(TableSelection table, CancellationToken cancellationToken)
    {
        var dialect = client.Dialect;
        var values = table.Columns.Select(column => dialect.ValueText(dialect.Quote(column.Name), column.Type));
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {string.Join(", ", values.DefaultIfEmpty("1"))} FROM {dialect.Quote(table.Name)}";
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancellationToken);
        var (rows, whole, columns) = (0L, default(ContentHash), new ContentHash[table.Columns.Count]);
        using var row = new MemoryStream();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows++;
            row.SetLength(0);
            for (var column = 0; column < columns.Length; column++)
            {
                var start = (int)row.Length;
                ContentHash.Write(reader.IsDBNull(column) ? null : reader.GetString(column), row);
                columns[column].Add(row.GetBuffer().AsSpan(start, (int)row.Length - start));
            }

            whole.Add(row.GetBuffer().AsSpan(0, (int)row.Length));
        }

        return new TableContent(table, rows, whole.Sum, table.Columns.Select((column, number) => (column.Name, columns[number].Sum)).ToDictionary(pair => pair.Name, pair => pair.Sum, StringComparer.Ordinal));
    }
}
