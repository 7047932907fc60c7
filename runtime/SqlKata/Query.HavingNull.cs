using SqlKata.Clauses;

namespace SqlKata;

public partial class Query
{
    /// <summary>column IS NULL.</summary>
    public Query HavingNull(string column) =>
        Add(Havings, new NullCondition(column, Negated: false));

    public Query OrHavingNull(string column) =>
        Or().HavingNull(column);

    public Query HavingNotNull(string column) =>
        Not().HavingNull(column);

    public Query OrHavingNotNull(string column) =>
        Or().Not().HavingNull(column);

    /// <summary>column is true.</summary>
    public Query HavingTrue(string column) =>
        Add(Havings, new BooleanCondition(column, "=", true));

    public Query OrHavingTrue(string column) =>
        Or().HavingTrue(column);

    /// <summary>column is false.</summary>
    public Query HavingFalse(string column) =>
        Add(Havings, new BooleanCondition(column, "=", false));

    public Query OrHavingFalse(string column) =>
        Or().HavingFalse(column);
}
