using System.Data;

namespace SqlKata.Execution;

public static partial class QueryExtensions
{
    /// <summary>The rows, all read.</summary>
    public static Task<IEnumerable<T>> GetAsync<T>(this Query query, IDbTransaction? transaction = null, int? timeout = null, CancellationToken cancellationToken = default) =>
        FactoryOf(query).GetAsync<T>(query, transaction, timeout, cancellationToken);

    /// <summary>The rows, as dynamic objects.</summary>
    public static Task<IEnumerable<dynamic>> GetAsync(this Query query, IDbTransaction? transaction = null, int? timeout = null, CancellationToken cancellationToken = default) =>
        FactoryOf(query).GetAsync(query, transaction, timeout, cancellationToken);

    /// <summary>The first row; an InvalidOperationException when there is none.</summary>
    public static Task<T> FirstAsync<T>(this Query query, IDbTransaction? transaction = null, int? timeout = null, CancellationToken cancellationToken = default) =>
        FactoryOf(query).FirstAsync<T>(query, transaction, timeout, cancellationToken);

    /// <summary>The first row; an InvalidOperationException when there is none.</summary>
    public static Task<dynamic> FirstAsync(this Query query, IDbTransaction? transaction = null, int? timeout = null, CancellationToken cancellationToken = default) =>
        FactoryOf(query).FirstAsync<dynamic>(query, transaction, timeout, cancellationToken);

    /// <summary>The first row, or the default.</summary>
    public static Task<T?> FirstOrDefaultAsync<T>(this Query query, IDbTransaction? transaction = null, int? timeout = null, CancellationToken cancellationToken = default) =>
        FactoryOf(query).FirstOrDefaultAsync<T>(query, transaction, timeout, cancellationToken);

    /// <summary>The first row, or null.</summary>
    public static Task<dynamic?> FirstOrDefaultAsync(this Query query, IDbTransaction? transaction = null, int? timeout = null, CancellationToken cancellationToken = default) =>
        FactoryOf(query).FirstOrDefaultAsync<dynamic>(query, transaction, timeout, cancellationToken);

    /// <summary>Whether there is a row.</summary>
    public static Task<bool> ExistsAsync(this Query query, IDbTransaction? transaction = null, int? timeout = null, CancellationToken cancellationToken = default) =>
        FactoryOf(query).ExistsAsync(query, transaction, timeout, cancellationToken);

    /// <summary>Whether there is no row.</summary>
    public static Task<bool> NotExistAsync(this Query query, IDbTransaction? transaction = null, int? timeout = null, CancellationToken cancellationToken = default) =>
        NotAsync(FactoryOf(query).ExistsAsync(query, transaction, timeout, cancellationToken));

    /// <summary>One page of rows, and how many there are; pages count from 1.</summary>
    public static Task<PaginationResult<T>> PaginateAsync<T>(this Query query, int page, int perPage = 25, IDbTransaction? transaction = null, int? timeout = null, CancellationToken cancellationToken = default) =>
        FactoryOf(query).PaginateAsync<T>(query, page, perPage, transaction, timeout, cancellationToken);

    /// <summary>One page of rows.</summary>
    public static Task<PaginationResult<dynamic>> PaginateAsync(this Query query, int page, int perPage = 25, IDbTransaction? transaction = null, int? timeout = null, CancellationToken cancellationToken = default) =>
        FactoryOf(query).PaginateAsync<dynamic>(query, page, perPage, transaction, timeout, cancellationToken);
}
