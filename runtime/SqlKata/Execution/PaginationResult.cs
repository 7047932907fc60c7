using System.Data;

namespace SqlKata.Execution;

/// <summary>One page of rows; the pages beside it are read with the count that this one knows.</summary>
public class PaginationResult<T>
{
    internal PaginationResult(Query query, int page, int perPage, long count, IEnumerable<T> list)
    {
        Query = query;
        Page = page;
        PerPage = perPage;
        Count = count;
        List = list;
    }

    /// <summary>The query without the page's limits.</summary>
    public Query Query { get; set; }

    /// <summary>How many rows there are on all pages.</summary>
    public long Count { get; set; }

    /// <summary>The rows of this page.</summary>
    public IEnumerable<T> List { get; set; }

    /// <summary>Which page this is, from 1.</summary>
    public int Page { get; set; }

    /// <summary>How many rows a page has.</summary>
    public int PerPage { get; set; }

    /// <summary>How many pages there are.</summary>
    public int TotalPages => PerPage < 1 ? 0 : (int)((Count + PerPage - 1) / PerPage);

    /// <summary>Whether this is the first page.</summary>
    public bool IsFirst => Page == 1;

    /// <summary>Whether this is the last page.</summary>
    public bool IsLast => Page >= TotalPages;

    /// <summary>Whether there is a page after this one.</summary>
    public bool HasNext => Page < TotalPages;

    /// <summary>Whether there is a page before this one.</summary>
    public bool HasPrevious => Page > 1;

    /// <summary>This page and those after it, each read when its turn comes.</summary>
    public PaginationIterator<T> Each => new() { FirstPage = this };

    /// <summary>The query for the next page.</summary>
    public Query NextQuery() => Query.Clone().ForPage(Page + 1, PerPage);

    /// <summary>The next page.</summary>
    public PaginationResult<T> Next(IDbTransaction? transaction = null, int? timeout = null) => At(Page + 1, transaction, timeout);

    /// <summary>The next page.</summary>
    public Task<PaginationResult<T>> NextAsync(IDbTransaction? transaction = null, int? timeout = null, CancellationToken cancellationToken = default) =>
        AtAsync(Page + 1, transaction, timeout, cancellationToken);

    /// <summary>The query for the page before.</summary>
    public Query PreviousQuery() => Query.Clone().ForPage(Page - 1, PerPage);

    /// <summary>The page before.</summary>
    public PaginationResult<T> Previous(IDbTransaction? transaction = null, int? timeout = null) => At(Page - 1, transaction, timeout);

    /// <summary>The page before.</summary>
    public Task<PaginationResult<T>> PreviousAsync(IDbTransaction? transaction = null, int? timeout = null, CancellationToken cancellationToken = default) =>
        AtAsync(Page - 1, transaction, timeout, cancellationToken);

    private PaginationResult<T> At(int page, IDbTransaction? transaction, int? timeout) =>
        QueryExtensions.FactoryOf(Query).Page<T>(Query, page, PerPage, Count, transaction, timeout);

    private Task<PaginationResult<T>> AtAsync(int page, IDbTransaction? transaction, int? timeout, CancellationToken cancellationToken) =>
        QueryExtensions.FactoryOf(Query).PageAsync<T>(Query, page, PerPage, Count, transaction, timeout, cancellationToken);
}
