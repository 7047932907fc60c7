using SqlKata.Clauses;

namespace SqlKata;

/// <summary>What a join takes, and on what conditions.</summary>
public class Join : BaseQuery<Join>
{
    private Source? source;

    /// <summary>The words of the join, such as <c>INNER JOIN</c>.</summary>
    public string Type { get; private set; } = "INNER JOIN";

    /// <inheritdoc/>
    public override Join NewQuery() => new();

    /// <inheritdoc/>
    public override Join Clone() => new() { Type = Type, source = source, Wheres = Wheres.Copy(), EngineScope = EngineScope };

    /// <summary>Sets the words of the join.</summary>
    public Join AsType(string type)
    {
        Type = type.ToUpperInvariant();
        return this;
    }

    /// <summary>The table.</summary>
    public Join JoinWith(string table)
    {
        source = Source.Of(table);
        return this;
    }

    /// <summary>The subquery, with its alias.</summary>
    public Join JoinWith(Query query)
    {
        source = new Source(null, null, query.Clone(), query.QueryAlias);
        return this;
    }

    /// <summary>The subquery built by the callback.</summary>
    public Join JoinWith(Func<Query, Query> callback) => JoinWith(Built(callback));

    /// <summary>INNER JOIN.</summary>
    public Join AsInner() => AsType("inner join");

    /// <summary>OUTER JOIN.</summary>
    public Join AsOuter() => AsType("outer join");

    /// <summary>LEFT JOIN.</summary>
    public Join AsLeft() => AsType("left join");

    /// <summary>RIGHT JOIN.</summary>
    public Join AsRight() => AsType("right join");

    /// <summary>CROSS JOIN.</summary>
    public Join AsCross() => AsType("cross join");

    /// <summary>AND first op second.</summary>
    public Join On(string first, string second, string op = "=") => WhereColumns(first, op, second);

    /// <summary>OR first op second.</summary>
    public Join OrOn(string first, string second, string op = "=") => OrWhereColumns(first, op, second);

    internal JoinClause ToClause(bool grouped) => new(
        Type,
        source ?? throw new InvalidOperationException("The join names no table: call JoinWith."),
        Wheres.Copy(),
        grouped);
}
