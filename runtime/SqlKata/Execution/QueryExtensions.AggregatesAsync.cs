using System.Data;

namespace SqlKata.Execution;

public static partial class QueryExtensions
{
    /// <summary>One value computed from all rows.</summary>
    public static Task<T> AggregateAsync<T>(this Query query, string aggregateOperation, string[] columns, IDbTransaction? transaction = null, int? timeout = null, CancellationToken cancellationToken = default) =>
        FactoryOf(query).AggregateAsync<T>(query, aggregateOperation, columns, transaction, timeout, cancellationToken);

    /// <summary>One value computed from all rows.</summary>
    public static Task<T> AggregateAsync<T>(this Query query, string aggregateOperation, string column, IDbTransaction? transaction = null, int? timeout = null, CancellationToken cancellationToken = default) =>
        FactoryOf(query).AggregateAsync<T>(query, aggregateOperation, [column], transaction, timeout, cancellationToken);

    /// <summary>The number of rows, or of rows where all the columns have a value.</summary>
    public static Task<T> CountAsync<T>(this Query query, string[]? columns = null, IDbTransaction? transaction = null, int? timeout = null, CancellationToken cancellationToken = default) =>
        FactoryOf(query).CountAsync<T>(query, columns, transaction, timeout, cancellationToken);

    /// <summary>The average of a column.</summary>
    public static Task<T> AverageAsync<T>(this Query query, string column, IDbTransaction? transaction = null, int? timeout = null, CancellationToken cancellationToken = default) =>
        FactoryOf(query).AverageAsync<T>(query, column, transaction, timeout, cancellationToken);

    /// <summary>The sum of a column.</summary>
    public static Task<T> SumAsync<T>(this Query query, string column, IDbTransaction? transaction = null, int? timeout = null, CancellationToken cancellationToken = default) =>
        FactoryOf(query).SumAsync<T>(query, column, transaction, timeout, cancellationToken);

    /// <summary>The smallest value of a column.</summary>
    public static Task<T> MinAsync<T>(this Query query, string column, IDbTransaction? transaction = null, int? timeout = null, CancellationToken cancellationToken = default) =>
        FactoryOf(query).MinAsync<T>(query, column, transaction, timeout, cancellationToken);

    /// <summary>The greatest value of a column.</summary>
    public static Task<T> MaxAsync<T>(this Query query, string column, IDbTransaction? transaction = null, int? timeout = null, CancellationToken cancellationToken = default) =>
        FactoryOf(query).MaxAsync<T>(query, column, transaction, timeout, cancellationToken);
}
