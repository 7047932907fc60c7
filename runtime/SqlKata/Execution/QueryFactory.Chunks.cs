using System.Data;

namespace SqlKata.Execution;

// No row is counted first: a page that is not full is the last one.
public partial class QueryFactory
{
    /// <summary>Reads page by page until the callback, given the rows and the page from 1, returns false.</summary>
    public void Chunk<T>(Query query, int chunkSize, Func<IEnumerable<T>, int, bool> func, IDbTransaction? transaction = null, int? timeout = null)
    {
        CheckPage(1, chunkSize);
        for (var page = 1; ; page++)
        {
            List<T> rows = [.. Get<T>(query.Clone().ForPage(page, chunkSize), transaction, timeout)];
            if (!Goes(rows, page, chunkSize, func))
            {
                return;
            }
        }
    }

    /// <summary>Reads page by page.</summary>
    public void Chunk<T>(Query query, int chunkSize, Action<IEnumerable<T>, int> action, IDbTransaction? transaction = null, int? timeout = null) =>
        Chunk(query, chunkSize, Always(action), transaction, timeout);

    /// <summary>Reads page by page until the callback, given the rows and the page from 1, returns false.</summary>
    public async Task ChunkAsync<T>(Query query, int chunkSize, Func<IEnumerable<T>, int, bool> func, IDbTransaction? transaction = null, int? timeout = null, CancellationToken cancellationToken = default)
    {
        CheckPage(1, chunkSize);
        for (var page = 1; ; page++)
        {
            List<T> rows = [.. await GetAsync<T>(query.Clone().ForPage(page, chunkSize), transaction, timeout, cancellationToken)];
            if (!Goes(rows, page, chunkSize, func))
            {
                return;
            }
        }
    }

    /// <summary>Reads page by page.</summary>
    public Task ChunkAsync<T>(Query query, int chunkSize, Action<IEnumerable<T>, int> action, IDbTransaction? transaction = null, int? timeout = null, CancellationToken cancellationToken = default) =>
        ChunkAsync(query, chunkSize, Always(action), transaction, timeout, cancellationToken);

    // The callback sees the first page even when there is nothing on it.
    private static bool Goes<T>(List<T> rows, int page, int chunkSize, Func<IEnumerable<T>, int, bool> func) =>
        (rows.Count > 0 || page == 1) && func(rows, page) && rows.Count == chunkSize;

    private static Func<IEnumerable<T>, int, bool> Always<T>(Action<IEnumerable<T>, int> action) => (rows, page) =>
    {
        action(rows, page);
        return true;
    };
}
