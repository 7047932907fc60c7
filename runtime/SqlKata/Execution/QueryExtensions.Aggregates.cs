using System.Data;

namespace SqlKata.Execution;

public static partial class QueryExtensions
{
    /// <summary>One value computed from all rows.</summary>
    public static T Aggregate<T>(this Query query, string aggregateOperation, string[] columns, IDbTransaction? transaction = null, int? timeout = null) =>
        FactoryOf(query).Aggregate<T>(query, aggregateOperation, columns, transaction, timeout);

    /// <summary>One value computed from all rows.</summary>
    public static T Aggregate<T>(this Query query, string aggregateOperation, string column, IDbTransaction? transaction = null, int? timeout = null) =>
        FactoryOf(query).Aggregate<T>(query, aggregateOperation, [column], transaction, timeout);

    /// <summary>The number of rows, or of rows where all the columns have a value.</summary>
    public static T Count<T>(this Query query, string[]? columns = null, IDbTransaction? transaction = null, int? timeout = null) =>
        FactoryOf(query).Count<T>(query, columns, transaction, timeout);

    /// <summary>The average of a column.</summary>
    public static T Average<T>(this Query query, string column, IDbTransaction? transaction = null, int? timeout = null) =>
        FactoryOf(query).Average<T>(query, column, transaction, timeout);

    /// <summary>The sum of a column.</summary>
    public static T Sum<T>(this Query query, string column, IDbTransaction? transaction = null, int? timeout = null) =>
        FactoryOf(query).Sum<T>(query, column, transaction, timeout);

    /// <summary>The smallest value of a column.</summary>
    public static T Min<T>(this Query query, string column, IDbTransaction? transaction = null, int? timeout = null) =>
        FactoryOf(query).Min<T>(query, column, transaction, timeout);

    /// <summary>The greatest value of a column.</summary>
    public static T Max<T>(this Query query, string column, IDbTransaction? transaction = null, int? timeout = null) =>
        FactoryOf(query).Max<T>(query, column, transaction, timeout);
}
