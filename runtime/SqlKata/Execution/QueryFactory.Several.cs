using System.Data;
using Dapper;

namespace SqlKata.Execution;

public partial class QueryFactory
{
    /// <summary>The rows of several queries, sent as one command; one list for each.</summary>
    public IEnumerable<IEnumerable<T>> GetMultiple<T>(Query[] queries, IDbTransaction? transaction = null, int? timeout = null)
    {
        List<IEnumerable<T>> results = [];
        using var reader = Connection.QueryMultiple(Command(Compiler.Compile(queries), transaction, timeout));
        foreach (var _ in queries)
        {
            results.Add(reader.Read<T>());
        }

        return results;
    }

    /// <summary>The rows of several queries, sent as one command; one list for each.</summary>
    public async Task<IEnumerable<IEnumerable<T>>> GetMultipleAsync<T>(Query[] queries, IDbTransaction? transaction = null, int? timeout = null, CancellationToken cancellationToken = default)
    {
        List<IEnumerable<T>> results = [];
        await using var reader = await Connection.QueryMultipleAsync(Command(Compiler.Compile(queries), transaction, timeout, cancellationToken));
        foreach (var _ in queries)
        {
            results.Add(await reader.ReadAsync<T>());
        }

        return results;
    }

    /// <summary>The rows of several queries, sent as one command; one list for each.</summary>
    public IEnumerable<IEnumerable<T>> Get<T>(Query[] queries, IDbTransaction? transaction = null, int? timeout = null) =>
        GetMultiple<T>(queries, transaction, timeout);

    /// <summary>The rows of several queries, as dynamic objects.</summary>
    public IEnumerable<IEnumerable<dynamic>> Get(Query[] queries, IDbTransaction? transaction = null, int? timeout = null) =>
        GetMultiple<dynamic>(queries, transaction, timeout);

    /// <summary>The rows of several queries, sent as one command; one list for each.</summary>
    public Task<IEnumerable<IEnumerable<T>>> GetAsync<T>(Query[] queries, IDbTransaction? transaction = null, int? timeout = null, CancellationToken cancellationToken = default) =>
        GetMultipleAsync<T>(queries, transaction, timeout, cancellationToken);

    /// <summary>The rows of several queries, as dynamic objects.</summary>
    public Task<IEnumerable<IEnumerable<dynamic>>> GetAsync(Query[] queries, IDbTransaction? transaction = null, int? timeout = null, CancellationToken cancellationToken = default) =>
        GetMultipleAsync<dynamic>(queries, transaction, timeout, cancellationToken);
}
