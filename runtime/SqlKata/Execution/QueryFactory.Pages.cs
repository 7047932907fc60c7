using System.Data;

namespace SqlKata.Execution;

public partial class QueryFactory
{
    /// <summary>One page of rows, and how many there are; pages count from 1.</summary>
    public PaginationResult<T> Paginate<T>(Query query, int page, int perPage = 25, IDbTransaction? transaction = null, int? timeout = null)
    {
        CheckPage(page, perPage);
        var count = Count<long>(query, null, transaction, timeout);
        return Page<T>(query, page, perPage, count, transaction, timeout);
    }

    /// <summary>One page of rows, and how many there are; pages count from 1.</summary>
    public async Task<PaginationResult<T>> PaginateAsync<T>(Query query, int page, int perPage = 25, IDbTransaction? transaction = null, int? timeout = null, CancellationToken cancellationToken = default)
    {
        CheckPage(page, perPage);
        var count = await CountAsync<long>(query, null, transaction, timeout, cancellationToken);
        return await PageAsync<T>(query, page, perPage, count, transaction, timeout, cancellationToken);
    }

    internal PaginationResult<T> Page<T>(Query query, int page, int perPage, long count, IDbTransaction? transaction, int? timeout) =>
        new(query, page, perPage, count, count == 0 ? [] : Get<T>(query.Clone().ForPage(page, perPage), transaction, timeout));

    internal async Task<PaginationResult<T>> PageAsync<T>(Query query, int page, int perPage, long count, IDbTransaction? transaction, int? timeout, CancellationToken cancellationToken) =>
        new(query, page, perPage, count, count == 0 ? [] : await GetAsync<T>(query.Clone().ForPage(page, perPage), transaction, timeout, cancellationToken));

    private static void CheckPage(int page, int perPage)
    {
        if (page < 1)
        {
            throw new ArgumentException("Pages count from 1.", nameof(page));
        }

        if (perPage < 1)
        {
            throw new ArgumentException("A page has at least one row.", nameof(perPage));
        }
    }
}
