using System.Data;

namespace SqlKata.Execution;

public static partial class QueryExtensions
{
    /// <summary>Reads page by page until the callback, given the rows and the page from 1, returns false.</summary>
    public static void Chunk<T>(this Query query, int chunkSize, Func<IEnumerable<T>, int, bool> func, IDbTransaction? transaction = null, int? timeout = null) =>
        FactoryOf(query).Chunk<T>(query, chunkSize, func, transaction, timeout);

    /// <summary>Reads page by page until the callback, given the rows and the page from 1, returns false.</summary>
    public static Task ChunkAsync<T>(this Query query, int chunkSize, Func<IEnumerable<T>, int, bool> func, IDbTransaction? transaction = null, int? timeout = null, CancellationToken cancellationToken = default) =>
        FactoryOf(query).ChunkAsync<T>(query, chunkSize, func, transaction, timeout, cancellationToken);

    /// <summary>Reads page by page.</summary>
    public static void Chunk<T>(this Query query, int chunkSize, Action<IEnumerable<T>, int> action, IDbTransaction? transaction = null, int? timeout = null) =>
        FactoryOf(query).Chunk<T>(query, chunkSize, action, transaction, timeout);

    /// <summary>Reads page by page.</summary>
    public static Task ChunkAsync<T>(this Query query, int chunkSize, Action<IEnumerable<T>, int> action, IDbTransaction? transaction = null, int? timeout = null, CancellationToken cancellationToken = default) =>
        FactoryOf(query).ChunkAsync<T>(query, chunkSize, action, transaction, timeout, cancellationToken);

    /// <summary>Reads page by page until the callback, given the rows and the page from 1, returns false.</summary>
    public static void Chunk(this Query query, int chunkSize, Func<IEnumerable<dynamic>, int, bool> func, IDbTransaction? transaction = null, int? timeout = null) =>
        FactoryOf(query).Chunk<dynamic>(query, chunkSize, func, transaction, timeout);

    /// <summary>Reads page by page until the callback, given the rows and the page from 1, returns false.</summary>
    public static Task ChunkAsync(this Query query, int chunkSize, Func<IEnumerable<dynamic>, int, bool> func, IDbTransaction? transaction = null, int? timeout = null, CancellationToken cancellationToken = default) =>
        FactoryOf(query).ChunkAsync<dynamic>(query, chunkSize, func, transaction, timeout, cancellationToken);

    /// <summary>Reads page by page.</summary>
    public static void Chunk(this Query query, int chunkSize, Action<IEnumerable<dynamic>, int> action, IDbTransaction? transaction = null, int? timeout = null) =>
        FactoryOf(query).Chunk<dynamic>(query, chunkSize, action, transaction, timeout);

    /// <summary>Reads page by page.</summary>
    public static Task ChunkAsync(this Query query, int chunkSize, Action<IEnumerable<dynamic>, int> action, IDbTransaction? transaction = null, int? timeout = null, CancellationToken cancellationToken = default) =>
        FactoryOf(query).ChunkAsync<dynamic>(query, chunkSize, action, transaction, timeout, cancellationToken);
}
