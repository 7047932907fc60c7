using System.Data;

namespace SqlKata.Execution;

public static partial class QueryExtensions
{
    /// <summary>The rows, all read.</summary>
    public static IEnumerable<T> Get<T>(this Query query, IDbTransaction? transaction = null, int? timeout = null) =>
        FactoryOf(query).Get<T>(query, transaction, timeout);

    /// <summary>The rows, as dynamic objects.</summary>
    public static IEnumerable<dynamic> Get(this Query query, IDbTransaction? transaction = null, int? timeout = null) =>
        FactoryOf(query).Get(query, transaction, timeout);

    /// <summary>The first row; an InvalidOperationException when there is none.</summary>
    public static T First<T>(this Query query, IDbTransaction? transaction = null, int? timeout = null) =>
        FactoryOf(query).First<T>(query, transaction, timeout);

    /// <summary>The first row; an InvalidOperationException when there is none.</summary>
    public static dynamic First(this Query query, IDbTransaction? transaction = null, int? timeout = null) =>
        FactoryOf(query).First<dynamic>(query, transaction, timeout);

    /// <summary>The first row, or the default.</summary>
    public static T? FirstOrDefault<T>(this Query query, IDbTransaction? transaction = null, int? timeout = null) =>
        FactoryOf(query).FirstOrDefault<T>(query, transaction, timeout);

    /// <summary>The first row, or null.</summary>
    public static dynamic? FirstOrDefault(this Query query, IDbTransaction? transaction = null, int? timeout = null) =>
        FactoryOf(query).FirstOrDefault<dynamic>(query, transaction, timeout);

    /// <summary>Whether there is a row.</summary>
    public static bool Exists(this Query query, IDbTransaction? transaction = null, int? timeout = null) =>
        FactoryOf(query).Exists(query, transaction, timeout);

    /// <summary>Whether there is no row.</summary>
    public static bool NotExist(this Query query, IDbTransaction? transaction = null, int? timeout = null) =>
        !FactoryOf(query).Exists(query, transaction, timeout);

    /// <summary>One page of rows, and how many there are; pages count from 1.</summary>
    public static PaginationResult<T> Paginate<T>(this Query query, int page, int perPage = 25, IDbTransaction? transaction = null, int? timeout = null) =>
        FactoryOf(query).Paginate<T>(query, page, perPage, transaction, timeout);

    /// <summary>One page of rows.</summary>
    public static PaginationResult<dynamic> Paginate(this Query query, int page, int perPage = 25, IDbTransaction? transaction = null, int? timeout = null) =>
        FactoryOf(query).Paginate<dynamic>(query, page, perPage, transaction, timeout);
}
