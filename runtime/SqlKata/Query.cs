using SqlKata.Clauses;

namespace SqlKata;

/// <summary>
/// One statement being built: a select, unless one of the <c>As…</c> methods made it something else.
/// The methods change the query and return it; <see cref="Clone"/> gives an independent one.
/// </summary>
/// <example><code>new Query("orders").Where("paid", true).OrderBy("id").Limit(10)</code></example>
public partial class Query : BaseQuery<Query>
{
    /// <summary>A query without a table.</summary>
    public Query()
    {
    }

    /// <summary>A query on a table; the comment is for the reader of the code and not part of the SQL.</summary>
    public Query(string table, string? comment = null)
    {
        From(table);
        QueryComment = comment;
    }

    /// <summary>The name that the query has as a subquery.</summary>
    public string? QueryAlias { get; set; }

    /// <summary>A remark that is not part of the SQL.</summary>
    public string? QueryComment { get; set; }

    /// <summary>Whether equal rows are given once.</summary>
    public bool IsDistinct { get; set; }

    /// <summary>The values that <see cref="Define"/> gave names to.</summary>
    public Dictionary<string, object?> Variables { get; set; } = new(StringComparer.Ordinal);

    /// <summary>What the statement does: select, insert, update, delete or aggregate.</summary>
    public string Method => Change switch
    {
        null => "select",
        InsertRows or InsertQuery => "insert",
        UpdateValues or UpdateBy => "update",
        Deletion => "delete",
        _ => "aggregate",
    };

    internal ClauseList<Source> Sources { get; private set; } = new();

    internal ClauseList<Column> Columns { get; private set; } = new();

    internal ClauseList<JoinClause> Joins { get; private set; } = new();

    internal ClauseList<Grouping> Groupings { get; private set; } = new();

    internal ClauseList<Condition> Havings { get; private set; } = new();

    internal ClauseList<Ordering> Orderings { get; private set; } = new();

    internal ClauseList<Bound> Limits { get; private set; } = new();

    internal ClauseList<Bound> Offsets { get; private set; } = new();

    internal ClauseList<Combination> Combinations { get; private set; } = new();

    internal ClauseList<CommonTable> CommonTables { get; private set; } = new();

    internal Change? Change { get; set; }

    /// <inheritdoc/>
    public override Query NewQuery() => new();

    /// <inheritdoc/>
    public override Query Clone() => new Query().CopyFrom(this);

    /// <summary>Names the query for use as a subquery.</summary>
    public Query As(string alias)
    {
        QueryAlias = alias;
        return this;
    }

    /// <summary>Sets a remark that is not part of the SQL.</summary>
    public Query Comment(string comment)
    {
        QueryComment = comment;
        return this;
    }

    internal Query CopyFrom(Query other)
    {
        QueryAlias = other.QueryAlias;
        QueryComment = other.QueryComment;
        IsDistinct = other.IsDistinct;
        Variables = new(other.Variables, StringComparer.Ordinal);
        EngineScope = other.EngineScope;
        Change = other.Change;
        Wheres = other.Wheres.Copy();
        Sources = other.Sources.Copy();
        Columns = other.Columns.Copy();
        Joins = other.Joins.Copy();
        Groupings = other.Groupings.Copy();
        Havings = other.Havings.Copy();
        Orderings = other.Orderings.Copy();
        Limits = other.Limits.Copy();
        Offsets = other.Offsets.Copy();
        Combinations = other.Combinations.Copy();
        CommonTables = other.CommonTables.Copy();
        return this;
    }
}
