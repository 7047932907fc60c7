namespace SqlKata;

public partial class Query
{
    private const string Inner = "inner join";
    private const string Left = "left join";
    private const string Right = "right join";

    /// <summary>Joins a table on <c>first op second</c>.</summary>
    public Query Join(string table, string first, string second, string op = "=", string type = Inner) =>
        AddJoin(new Join().AsType(type).JoinWith(table).On(first, second, op), grouped: false);

    /// <summary>Joins a table on the callback's conditions.</summary>
    public Query Join(string table, Func<Join, Join> callback, string type = Inner) =>
        AddJoin(callback(new Join().AsType(type).JoinWith(table)), grouped: true);

    /// <summary>Joins a subquery, named with <see cref="As"/>, on the callback's conditions.</summary>
    public Query Join(Query query, Func<Join, Join> onCallback, string type = Inner) =>
        AddJoin(onCallback(new Join().AsType(type).JoinWith(query)), grouped: true);

    /// <summary>Joins what the callback says.</summary>
    public Query Join(Func<Join, Join> callback) => AddJoin(callback(new Join().AsInner()), grouped: true);

    /// <summary>LEFT JOIN on <c>first op second</c>.</summary>
    public Query LeftJoin(string table, string first, string second, string op = "=") =>
        Join(table, first, second, op, Left);

    /// <summary>LEFT JOIN on the callback's conditions.</summary>
    public Query LeftJoin(string table, Func<Join, Join> callback) => Join(table, callback, Left);

    /// <summary>LEFT JOIN of a subquery.</summary>
    public Query LeftJoin(Query query, Func<Join, Join> onCallback) => Join(query, onCallback, Left);

    /// <summary>RIGHT JOIN on <c>first op second</c>; SQLite knows it from 3.39 on.</summary>
    public Query RightJoin(string table, string first, string second, string op = "=") =>
        Join(table, first, second, op, Right);

    /// <summary>RIGHT JOIN on the callback's conditions.</summary>
    public Query RightJoin(string table, Func<Join, Join> callback) => Join(table, callback, Right);

    /// <summary>RIGHT JOIN of a subquery.</summary>
    public Query RightJoin(Query query, Func<Join, Join> onCallback) => Join(query, onCallback, Right);

    /// <summary>Every row with every row of the table.</summary>
    public Query CrossJoin(string table) => AddJoin(new Join().AsCross().JoinWith(table), grouped: false);

    private Query AddJoin(Join join, bool grouped)
    {
        Joins.Add(EngineScope, join.ToClause(grouped));
        return this;
    }
}
