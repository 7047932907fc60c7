using System.Data;

namespace SqlKata.Execution;

public static partial class QueryExtensions
{
    /// <summary>Inserts a row: the number of rows inserted.</summary>
    public static int Insert(this Query query, IEnumerable<KeyValuePair<string, object?>> values, IDbTransaction? transaction = null, int? timeout = null) =>
        FactoryOf(query).Execute(query.Clone().AsInsert(values), transaction, timeout);

    /// <summary>Inserts rows, in several statements where the database limits the parameters of one; without a transaction each commits by itself.</summary>
    public static int Insert(this Query query, IEnumerable<string> columns, IEnumerable<IEnumerable<object?>> valuesCollection, IDbTransaction? transaction = null, int? timeout = null) =>
        FactoryOf(query).InsertRows(query, columns, valuesCollection, transaction, timeout);

    /// <summary>Inserts what another query gives.</summary>
    public static int Insert(this Query query, IEnumerable<string> columns, Query fromQuery, IDbTransaction? transaction = null, int? timeout = null) =>
        FactoryOf(query).Execute(query.Clone().AsInsert(columns, fromQuery), transaction, timeout);

    /// <summary>Inserts a row of the object's public properties.</summary>
    public static int Insert(this Query query, object data, IDbTransaction? transaction = null, int? timeout = null) =>
        FactoryOf(query).Execute(query.Clone().AsInsert(data), transaction, timeout);

    /// <summary>Inserts a row and reads the id that the database gave it.</summary>
    public static T InsertGetId<T>(this Query query, object data, IDbTransaction? transaction = null, int? timeout = null) =>
        FactoryOf(query).ReadId<T>(query.Clone().AsInsert(data, true), transaction, timeout);

    /// <summary>Inserts a row and reads the id that the database gave it.</summary>
    public static T InsertGetId<T>(this Query query, IEnumerable<KeyValuePair<string, object?>> data, IDbTransaction? transaction = null, int? timeout = null) =>
        FactoryOf(query).ReadId<T>(query.Clone().AsInsert(data, true), transaction, timeout);

    /// <summary>Updates the rows: how many there were.</summary>
    public static int Update(this Query query, IEnumerable<KeyValuePair<string, object?>> values, IDbTransaction? transaction = null, int? timeout = null) =>
        FactoryOf(query).Execute(query.Clone().AsUpdate(values), transaction, timeout);

    /// <summary>Updates the rows by the object's public properties: how many there were.</summary>
    public static int Update(this Query query, object data, IDbTransaction? transaction = null, int? timeout = null) =>
        FactoryOf(query).Execute(query.Clone().AsUpdate(data), transaction, timeout);

    /// <summary>Adds to a number.</summary>
    public static int Increment(this Query query, string column, int value = 1, IDbTransaction? transaction = null, int? timeout = null) =>
        FactoryOf(query).Execute(query.Clone().AsIncrement(column, value), transaction, timeout);

    /// <summary>Takes from a number.</summary>
    public static int Decrement(this Query query, string column, int value = 1, IDbTransaction? transaction = null, int? timeout = null) =>
        FactoryOf(query).Execute(query.Clone().AsDecrement(column, value), transaction, timeout);

    /// <summary>Deletes the rows: how many there were.</summary>
    public static int Delete(this Query query, IDbTransaction? transaction = null, int? timeout = null) =>
        FactoryOf(query).Execute(query.Clone().AsDelete(), transaction, timeout);
}
