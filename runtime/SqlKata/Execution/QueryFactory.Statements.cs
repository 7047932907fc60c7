using System.Data;
using Dapper;

namespace SqlKata.Execution;

public partial class QueryFactory
{
    /// <summary>Reads rows by SQL of the caller, with parameters from an object.</summary>
    public IEnumerable<T> Select<T>(string sql, object? param = null, IDbTransaction? transaction = null, int? timeout = null) =>
        Connection.Query<T>(Command(sql, param, transaction, timeout));

    /// <summary>Reads rows by SQL of the caller.</summary>
    public IEnumerable<dynamic> Select(string sql, object? param = null, IDbTransaction? transaction = null, int? timeout = null) =>
        Select<dynamic>(sql, param, transaction, timeout);

    /// <summary>Runs SQL of the caller: the number of rows it changed.</summary>
    public int Statement(string sql, object? param = null, IDbTransaction? transaction = null, int? timeout = null) =>
        Connection.Execute(Command(sql, param, transaction, timeout));

    /// <summary>Reads rows by SQL of the caller.</summary>
    public Task<IEnumerable<T>> SelectAsync<T>(string sql, object? param = null, IDbTransaction? transaction = null, int? timeout = null, CancellationToken cancellationToken = default) =>
        Connection.QueryAsync<T>(Command(sql, param, transaction, timeout, cancellationToken));

    /// <summary>Reads rows by SQL of the caller.</summary>
    public Task<IEnumerable<dynamic>> SelectAsync(string sql, object? param = null, IDbTransaction? transaction = null, int? timeout = null, CancellationToken cancellationToken = default) =>
        SelectAsync<dynamic>(sql, param, transaction, timeout, cancellationToken);

    /// <summary>Runs SQL of the caller: the number of rows it changed.</summary>
    public Task<int> StatementAsync(string sql, object? param = null, IDbTransaction? transaction = null, int? timeout = null, CancellationToken cancellationToken = default) =>
        Connection.ExecuteAsync(Command(sql, param, transaction, timeout, cancellationToken));
}
