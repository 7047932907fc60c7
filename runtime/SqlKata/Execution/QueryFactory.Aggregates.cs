using System.Data;

namespace SqlKata.Execution;

public partial class QueryFactory
{
    /// <summary>One value computed from all rows.</summary>
    public T Aggregate<T>(Query query, string aggregateOperation, string[]? columns = null, IDbTransaction? transaction = null, int? timeout = null) =>
        ExecuteScalar<T>(query.Clone().AsAggregate(aggregateOperation, columns), transaction, timeout)!;

    /// <summary>The number of rows.</summary>
    public T Count<T>(Query query, string[]? columns = null, IDbTransaction? transaction = null, int? timeout = null) =>
        Aggregate<T>(query, "count", columns, transaction, timeout);

    /// <summary>The average of a column.</summary>
    public T Average<T>(Query query, string column, IDbTransaction? transaction = null, int? timeout = null) =>
        Aggregate<T>(query, "avg", [column], transaction, timeout);

    /// <summary>The sum of a column.</summary>
    public T Sum<T>(Query query, string column, IDbTransaction? transaction = null, int? timeout = null) =>
        Aggregate<T>(query, "sum", [column], transaction, timeout);

    /// <summary>The smallest value of a column.</summary>
    public T Min<T>(Query query, string column, IDbTransaction? transaction = null, int? timeout = null) =>
        Aggregate<T>(query, "min", [column], transaction, timeout);

    /// <summary>The greatest value of a column.</summary>
    public T Max<T>(Query query, string column, IDbTransaction? transaction = null, int? timeout = null) =>
        Aggregate<T>(query, "max", [column], transaction, timeout);
}
