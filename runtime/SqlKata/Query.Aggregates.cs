using SqlKata.Clauses;

namespace SqlKata;

public partial class Query
{
    /// <summary>One value computed from all rows; order, limit and grouping do not count.</summary>
    public Query AsAggregate(string type, string[]? columns = null) => Become(new Aggregation(type, [.. columns ?? []]));

    /// <summary>The number of rows, or of rows where all the columns have a value.</summary>
    public Query AsCount(string[]? columns = null) => AsAggregate("count", columns);

    /// <summary>The average of a column.</summary>
    public Query AsAvg(string column) => AsAggregate("avg", [column]);

    /// <summary>The average of a column.</summary>
    public Query AsAverage(string column) => AsAvg(column);

    /// <summary>The sum of a column.</summary>
    public Query AsSum(string column) => AsAggregate("sum", [column]);

    /// <summary>The greatest value of a column.</summary>
    public Query AsMax(string column) => AsAggregate("max", [column]);

    /// <summary>The smallest value of a column.</summary>
    public Query AsMin(string column) => AsAggregate("min", [column]);
}
