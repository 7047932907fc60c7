using System.Data;
using SqlKata.Compilers;

namespace SqlKata.Execution;

/// <summary>A query that knows the connection it runs on; a <see cref="Execution.QueryFactory"/> makes them.</summary>
public class XQuery : Query
{
    /// <summary>A query for a connection.</summary>
    public XQuery(IDbConnection connection, Compiler compiler)
        : this(new QueryFactory(connection, compiler))
    {
    }

    internal XQuery(QueryFactory factory) => QueryFactory = factory;

    /// <summary>What made this query and runs it.</summary>
    public QueryFactory QueryFactory { get; set; }

    /// <summary>The connection.</summary>
    public IDbConnection Connection => QueryFactory.Connection;

    /// <summary>What turns the query into SQL.</summary>
    public Compiler Compiler => QueryFactory.Compiler;

    /// <inheritdoc/>
    public override Query Clone() => new XQuery(QueryFactory).CopyFrom(this);
}
