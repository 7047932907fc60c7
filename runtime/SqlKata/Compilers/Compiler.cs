namespace SqlKata.Compilers;

/// <summary>Turns queries into the SQL of one database.</summary>
public abstract partial class Compiler
{
    private readonly HashSet<string> operators = new(StringComparer.OrdinalIgnoreCase)
    {
        "=", "<", ">", "<=", ">=", "<>", "!=", "<=>",
        "like", "not like", "ilike", "not ilike", "rlike", "not rlike", "like binary", "not like binary",
        "regexp", "not regexp", "similar to", "not similar to",
    };

    private protected Compiler()
    {
    }

    /// <summary>The engine's name, one of <see cref="EngineCodes"/>.</summary>
    public abstract string EngineCode { get; }

    /// <summary>Whether the select list of a subquery in EXISTS is replaced by 1; true unless set.</summary>
    public virtual bool OmitSelectInsideExists { get; set; } = true;

    /// <summary>How many parameters one statement of a multi-row insert may have.</summary>
    internal abstract int BatchParameters { get; }

    /// <summary>Compiles a query.</summary>
    /// <exception cref="InvalidOperationException">The query is not complete, or uses an operator that is not allowed.</exception>
    /// <exception cref="NotSupportedException">The database has no form for what the query says.</exception>
    public virtual SqlResult Compile(Query query)
    {
        var writer = new SqlWriter();
        Statement(writer, query);
        return writer.ToResult(query);
    }

    /// <summary>Compiles several queries into one command, with one numbering of parameters.</summary>
    public virtual SqlResult Compile(IEnumerable<Query> queries)
    {
        var writer = new SqlWriter();
        writer.List(queries, ";\n", query => Statement(writer, query));
        return writer.ToResult(null);
    }

    /// <summary>Allows operators that are not allowed by themselves, such as <c>@&gt;</c>.</summary>
    public Compiler Whitelist(params string[] operators)
    {
        this.operators.UnionWith(operators);
        return this;
    }

    private string Operator(string op)
    {
        var wanted = op.Trim().ToLowerInvariant();
        return operators.Contains(wanted)
            ? wanted
            : throw new InvalidOperationException($"The operator '{wanted}' is not among those allowed; compiler.Whitelist(\"{wanted}\") allows it.");
    }

    private NotSupportedException Cannot(string what, string instead) =>
        new($"{EngineCode} has no {what}. {instead}");
}
