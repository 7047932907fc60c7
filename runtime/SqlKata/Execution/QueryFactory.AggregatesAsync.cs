using System.Data;

namespace SqlKata.Execution;

public partial class QueryFactory
{
    /// <summary>One value computed from all rows.</summary>
    public async Task<T> AggregateAsync<T>(Query query, string aggregateOperation, string[]? columns = null, IDbTransaction? transaction = null, int? timeout = null, CancellationToken cancellationToken = default) =>
        (await ExecuteScalarAsync<T>(query.Clone().AsAggregate(aggregateOperation, columns), transaction, timeout, cancellationToken))!;

    /// <summary>The number of rows.</summary>
    public Task<T> CountAsync<T>(Query query, string[]? columns = null, IDbTransaction? transaction = null, int? timeout = null, CancellationToken cancellationToken = default) =>
        AggregateAsync<T>(query, "count", columns, transaction, timeout, cancellationToken);

    /// <summary>The average of a column.</summary>
    public Task<T> AverageAsync<T>(Query query, string column, IDbTransaction? transaction = null, int? timeout = null, CancellationToken cancellationToken = default) =>
        AggregateAsync<T>(query, "avg", [column], transaction, timeout, cancellationToken);

    /// <summary>The sum of a column.</summary>
    public Task<T> SumAsync<T>(Query query, string column, IDbTransaction? transaction = null, int? timeout = null, CancellationToken cancellationToken = default) =>
        AggregateAsync<T>(query, "sum", [column], transaction, timeout, cancellationToken);

    /// <summary>The smallest value of a column.</summary>
    public Task<T> MinAsync<T>(Query query, string column, IDbTransaction? transaction = null, int? timeout = null, CancellationToken cancellationToken = default) =>
        AggregateAsync<T>(query, "min", [column], transaction, timeout, cancellationToken);

    /// <summary>The greatest value of a column.</summary>
    public Task<T> MaxAsync<T>(Query query, string column, IDbTransaction? transaction = null, int? timeout = null, CancellationToken cancellationToken = default) =>
        AggregateAsync<T>(query, "max", [column], transaction, timeout, cancellationToken);
}
