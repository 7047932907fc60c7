using System.Data;
using Dapper;
using SqlKata.Compilers;

namespace SqlKata.Execution;

/// <summary>
/// Makes queries for a connection and runs them. Running never changes the query that was given:
/// it works on a copy.
/// </summary>
public partial class QueryFactory : IDisposable
{
    private bool disposed;

    /// <summary>A factory to be given its connection and compiler later.</summary>
    public QueryFactory()
    {
    }

    /// <summary>A factory for a connection; the timeout of a statement is in seconds.</summary>
    public QueryFactory(IDbConnection connection, Compiler compiler, int timeout = 30)
    {
        Connection = connection;
        Compiler = compiler;
        QueryTimeout = timeout;
    }

    /// <summary>The connection; <see cref="Dispose()"/> disposes it.</summary>
    public IDbConnection Connection { get; set; } = null!;

    /// <summary>What turns queries into SQL.</summary>
    public Compiler Compiler { get; set; } = null!;

    /// <summary>Is given every query before it runs; <see cref="Statement"/> and <see cref="Select{T}"/> run text that the caller has already.</summary>
    public Action<SqlResult> Logger { get; set; } = _ => { };

    /// <summary>How long a statement may take unless the call says so, in seconds.</summary>
    public int QueryTimeout { get; set; } = 30;

    /// <summary>A query without a table.</summary>
    public Query Query() => new XQuery(this);

    /// <summary>A query on a table.</summary>
    public Query Query(string table) => Query().From(table);

    /// <summary>A copy of a plain query that runs on this connection.</summary>
    public Query FromQuery(Query query) => new XQuery(this).CopyFrom(query);

    /// <summary>Disposes the connection.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Disposes the connection.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposed && disposing)
        {
            Connection?.Dispose();
        }

        disposed = true;
    }

    private CommandDefinition Command(Query query, IDbTransaction? transaction, int? timeout, CancellationToken cancellationToken = default) =>
        Command(Compiler.Compile(query), transaction, timeout, cancellationToken);

    private CommandDefinition Command(SqlResult compiled, IDbTransaction? transaction, int? timeout, CancellationToken cancellationToken = default)
    {
        Logger(compiled);
        return Command(compiled.Sql, Parameters.Of(compiled), transaction, timeout, cancellationToken);
    }

    // The kind of command is said, because Dapper takes text without a space for a procedure's name.
    private CommandDefinition Command(string sql, object? parameters, IDbTransaction? transaction, int? timeout, CancellationToken cancellationToken = default) =>
        new(sql, parameters, transaction, timeout ?? QueryTimeout, CommandType.Text, CommandFlags.Buffered, cancellationToken);
}
