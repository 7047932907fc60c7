using System.Data;
using Dapper;

namespace SqlKata.Execution;

public partial class QueryFactory
{
    internal int InsertRows(Query query, IEnumerable<string> columns, IEnumerable<IEnumerable<object?>> rows, IDbTransaction? transaction, int? timeout)
    {
        string[] names = [.. columns];
        return Batches(names, rows).Sum(batch => Execute(query.Clone().AsInsert(names, batch), transaction, timeout));
    }

    internal async Task<int> InsertRowsAsync(Query query, IEnumerable<string> columns, IEnumerable<IEnumerable<object?>> rows, IDbTransaction? transaction, int? timeout, CancellationToken cancellationToken)
    {
        var inserted = 0;
        string[] names = [.. columns];
        foreach (var batch in Batches(names, rows))
        {
            inserted += await ExecuteAsync(query.Clone().AsInsert(names, batch), transaction, timeout, cancellationToken);
        }

        return inserted;
    }

    // The command inserts and then selects the id; the first result with columns is the select's.
    internal T ReadId<T>(Query insert, IDbTransaction? transaction, int? timeout) =>
        Connection.QueryFirst<T>(Command(insert, transaction, timeout));

    internal Task<T> ReadIdAsync<T>(Query insert, IDbTransaction? transaction, int? timeout, CancellationToken cancellationToken) =>
        Connection.QueryFirstAsync<T>(Command(insert, transaction, timeout, cancellationToken));

    // No row at all is still one batch: it gives the error that says so.
    private IEnumerable<IEnumerable<IEnumerable<object?>>> Batches(string[] columns, IEnumerable<IEnumerable<object?>> rows) =>
        rows.Chunk(Math.Max(1, Compiler.BatchParameters / Math.Max(1, columns.Length))).DefaultIfEmpty([]);
}
