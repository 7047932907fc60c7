using SqlKata.Clauses;

namespace SqlKata;

public abstract partial class BaseQuery<TQuery>
{
    /// <summary>column IS NULL.</summary>
    public TQuery WhereNull(string column) =>
        Add(Wheres, new NullCondition(column, Negated: false));

    public TQuery OrWhereNull(string column) =>
        Or().WhereNull(column);

    public TQuery WhereNotNull(string column) =>
        Not().WhereNull(column);

    public TQuery OrWhereNotNull(string column) =>
        Or().Not().WhereNull(column);

    /// <summary>column is true.</summary>
    public TQuery WhereTrue(string column) =>
        Add(Wheres, new BooleanCondition(column, "=", true));

    public TQuery OrWhereTrue(string column) =>
        Or().WhereTrue(column);

    /// <summary>column is false.</summary>
    public TQuery WhereFalse(string column) =>
        Add(Wheres, new BooleanCondition(column, "=", false));

    public TQuery OrWhereFalse(string column) =>
        Or().WhereFalse(column);
}
