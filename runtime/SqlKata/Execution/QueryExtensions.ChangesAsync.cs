using System.Data;

namespace SqlKata.Execution;

public static partial class QueryExtensions
{
    /// <summary>Inserts a row: the number of rows inserted.</summary>
    public static Task<int> InsertAsync(this Query query, IEnumerable<KeyValuePair<string, object?>> values, IDbTransaction? transaction = null, int? timeout = null, CancellationToken cancellationToken = default) =>
        FactoryOf(query).ExecuteAsync(query.Clone().AsInsert(values), transaction, timeout, cancellationToken);

    /// <summary>Inserts rows, in several statements where the database limits the parameters of one; without a transaction each commits by itself.</summary>
    public static Task<int> InsertAsync(this Query query, IEnumerable<string> columns, IEnumerable<IEnumerable<object?>> valuesCollection, IDbTransaction? transaction = null, int? timeout = null, CancellationToken cancellationToken = default) =>
        FactoryOf(query).InsertRowsAsync(query, columns, valuesCollection, transaction, timeout, cancellationToken);

    /// <summary>Inserts what another query gives.</summary>
    public static Task<int> InsertAsync(this Query query, IEnumerable<string> columns, Query fromQuery, IDbTransaction? transaction = null, int? timeout = null, CancellationToken cancellationToken = default) =>
        FactoryOf(query).ExecuteAsync(query.Clone().AsInsert(columns, fromQuery), transaction, timeout, cancellationToken);

    /// <summary>Inserts a row of the object's public properties.</summary>
    public static Task<int> InsertAsync(this Query query, object data, IDbTransaction? transaction = null, int? timeout = null, CancellationToken cancellationToken = default) =>
        FactoryOf(query).ExecuteAsync(query.Clone().AsInsert(data), transaction, timeout, cancellationToken);

    /// <summary>Inserts a row and reads the id that the database gave it.</summary>
    public static Task<T> InsertGetIdAsync<T>(this Query query, object data, IDbTransaction? transaction = null, int? timeout = null, CancellationToken cancellationToken = default) =>
        FactoryOf(query).ReadIdAsync<T>(query.Clone().AsInsert(data, true), transaction, timeout, cancellationToken);

    /// <summary>Inserts a row and reads the id that the database gave it.</summary>
    public static Task<T> InsertGetIdAsync<T>(this Query query, IEnumerable<KeyValuePair<string, object?>> data, IDbTransaction? transaction = null, int? timeout = null, CancellationToken cancellationToken = default) =>
        FactoryOf(query).ReadIdAsync<T>(query.Clone().AsInsert(data, true), transaction, timeout, cancellationToken);

    /// <summary>Updates the rows: how many there were.</summary>
    public static Task<int> UpdateAsync(this Query query, IEnumerable<KeyValuePair<string, object?>> values, IDbTransaction? transaction = null, int? timeout = null, CancellationToken cancellationToken = default) =>
        FactoryOf(query).ExecuteAsync(query.Clone().AsUpdate(values), transaction, timeout, cancellationToken);

    /// <summary>Updates the rows by the object's public properties: how many there were.</summary>
    public static Task<int> UpdateAsync(this Query query, object data, IDbTransaction? transaction = null, int? timeout = null, CancellationToken cancellationToken = default) =>
        FactoryOf(query).ExecuteAsync(query.Clone().AsUpdate(data), transaction, timeout, cancellationToken);

    /// <summary>Adds to a number.</summary>
    public static Task<int> IncrementAsync(this Query query, string column, int value = 1, IDbTransaction? transaction = null, int? timeout = null, CancellationToken cancellationToken = default) =>
        FactoryOf(query).ExecuteAsync(query.Clone().AsIncrement(column, value), transaction, timeout, cancellationToken);

    /// <summary>Takes from a number.</summary>
    public static Task<int> DecrementAsync(this Query query, string column, int value = 1, IDbTransaction? transaction = null, int? timeout = null, CancellationToken cancellationToken = default) =>
        FactoryOf(query).ExecuteAsync(query.Clone().AsDecrement(column, value), transaction, timeout, cancellationToken);

    /// <summary>Deletes the rows: how many there were.</summary>
    public static Task<int> DeleteAsync(this Query query, IDbTransaction? transaction = null, int? timeout = null, CancellationToken cancellationToken = default) =>
        FactoryOf(query).ExecuteAsync(query.Clone().AsDelete(), transaction, timeout, cancellationToken);
}
