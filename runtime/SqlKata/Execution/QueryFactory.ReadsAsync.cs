using System.Data;
using Dapper;

namespace SqlKata.Execution;

public partial class QueryFactory
{
    /// <summary>The rows, all read.</summary>
    public Task<IEnumerable<T>> GetAsync<T>(Query query, IDbTransaction? transaction = null, int? timeout = null, CancellationToken cancellationToken = default) =>
        Connection.QueryAsync<T>(Command(query, transaction, timeout, cancellationToken));

    /// <summary>The rows, as dynamic objects.</summary>
    public Task<IEnumerable<dynamic>> GetAsync(Query query, IDbTransaction? transaction = null, int? timeout = null, CancellationToken cancellationToken = default) =>
        GetAsync<dynamic>(query, transaction, timeout, cancellationToken);

    /// <summary>The rows, as dictionaries.</summary>
    public async Task<IEnumerable<IDictionary<string, object?>>> GetDictionaryAsync(Query query, IDbTransaction? transaction = null, int? timeout = null, CancellationToken cancellationToken = default) =>
        (await GetAsync(query, transaction, timeout, cancellationToken)).Cast<IDictionary<string, object?>>();

    /// <summary>The first row; an InvalidOperationException when there is none.</summary>
    public Task<T> FirstAsync<T>(Query query, IDbTransaction? transaction = null, int? timeout = null, CancellationToken cancellationToken = default) =>
        Connection.QueryFirstAsync<T>(Command(Top(query), transaction, timeout, cancellationToken));

    /// <summary>The first row; an InvalidOperationException when there is none.</summary>
    public Task<dynamic> FirstAsync(Query query, IDbTransaction? transaction = null, int? timeout = null, CancellationToken cancellationToken = default) =>
        FirstAsync<dynamic>(query, transaction, timeout, cancellationToken);

    /// <summary>The first row, or the default.</summary>
    public Task<T?> FirstOrDefaultAsync<T>(Query query, IDbTransaction? transaction = null, int? timeout = null, CancellationToken cancellationToken = default) =>
        Connection.QueryFirstOrDefaultAsync<T>(Command(Top(query), transaction, timeout, cancellationToken));

    /// <summary>The first row, or null.</summary>
    public Task<dynamic?> FirstOrDefaultAsync(Query query, IDbTransaction? transaction = null, int? timeout = null, CancellationToken cancellationToken = default) =>
        FirstOrDefaultAsync<dynamic>(query, transaction, timeout, cancellationToken);

    /// <summary>Whether there is a row.</summary>
    public async Task<bool> ExistsAsync(Query query, IDbTransaction? transaction = null, int? timeout = null, CancellationToken cancellationToken = default) =>
        (await GetAsync<int>(ForExists(query), transaction, timeout, cancellationToken)).Any();

    /// <summary>Runs the statement: the number of rows it changed.</summary>
    public Task<int> ExecuteAsync(Query query, IDbTransaction? transaction = null, int? timeout = null, CancellationToken cancellationToken = default) =>
        Connection.ExecuteAsync(Command(query, transaction, timeout, cancellationToken));

    /// <summary>The first column of the first row.</summary>
    public Task<T?> ExecuteScalarAsync<T>(Query query, IDbTransaction? transaction = null, int? timeout = null, CancellationToken cancellationToken = default) =>
        Connection.ExecuteScalarAsync<T>(Command(Top(query), transaction, timeout, cancellationToken));

    private static Query ForExists(Query query)
    {
        var copy = query.Clone();
        copy.Columns.Clear();
        return copy.SelectRaw("1 as [Exists]").Limit(1);
    }

    private static Query Top(Query query) => query.Change is null ? query.Clone().Limit(1) : query;
}
