using System.Collections;

namespace SqlKata.Execution;

/// <summary>Goes from page to page.</summary>
public class PaginationIterator<T> : IEnumerable<PaginationResult<T>>
{
    /// <summary>The page to begin with.</summary>
    public PaginationResult<T> FirstPage { get; set; } = null!;

    /// <inheritdoc/>
    public IEnumerator<PaginationResult<T>> GetEnumerator()
    {
        var page = FirstPage;
        yield return page;
        while (page.HasNext)
        {
            page = page.Next();
            yield return page;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
