using System.Data;
using Dapper;

namespace SqlKata.Execution;

public partial class QueryFactory
{
    /// <summary>The rows, all read.</summary>
    public IEnumerable<T> Get<T>(Query query, IDbTransaction? transaction = null, int? timeout = null) =>
        Connection.Query<T>(Command(query, transaction, timeout));

    /// <summary>The rows, as dynamic objects.</summary>
    public IEnumerable<dynamic> Get(Query query, IDbTransaction? transaction = null, int? timeout = null) =>
        Get<dynamic>(query, transaction, timeout);

    /// <summary>The rows, as dictionaries.</summary>
    public IEnumerable<IDictionary<string, object?>> GetDictionary(Query query, IDbTransaction? transaction = null, int? timeout = null) =>
        Get(query, transaction, timeout).Cast<IDictionary<string, object?>>();

    /// <summary>The first row; an InvalidOperationException when there is none.</summary>
    public T First<T>(Query query, IDbTransaction? transaction = null, int? timeout = null) =>
        Connection.QueryFirst<T>(Command(Top(query), transaction, timeout));

    /// <summary>The first row; an InvalidOperationException when there is none.</summary>
    public dynamic First(Query query, IDbTransaction? transaction = null, int? timeout = null) =>
        First<dynamic>(query, transaction, timeout);

    /// <summary>The first row, or the default.</summary>
    public T? FirstOrDefault<T>(Query query, IDbTransaction? transaction = null, int? timeout = null) =>
        Connection.QueryFirstOrDefault<T>(Command(Top(query), transaction, timeout));

    /// <summary>The first row, or null.</summary>
    public dynamic? FirstOrDefault(Query query, IDbTransaction? transaction = null, int? timeout = null) =>
        FirstOrDefault<dynamic>(query, transaction, timeout);

    /// <summary>Whether there is a row.</summary>
    public bool Exists(Query query, IDbTransaction? transaction = null, int? timeout = null) =>
        Get<int>(ForExists(query), transaction, timeout).Any();

    /// <summary>Runs the statement: the number of rows it changed.</summary>
    public int Execute(Query query, IDbTransaction? transaction = null, int? timeout = null) =>
        Connection.Execute(Command(query, transaction, timeout));

    /// <summary>The first column of the first row.</summary>
    public T? ExecuteScalar<T>(Query query, IDbTransaction? transaction = null, int? timeout = null) =>
        Connection.ExecuteScalar<T>(Command(Top(query), transaction, timeout));
}
