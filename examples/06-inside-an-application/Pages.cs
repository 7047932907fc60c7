using System.Data.Common;

namespace Cms;

/// <summary>Makes the part of an address that names a page.</summary>
public interface ISlugs
{
    string Of(string title);
}

public sealed class Slugs : ISlugs
{
    public string Of(string title) => string.Join('-', title.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries));
}

public sealed record Page(string Slug, string Title);

/// <summary>What would be wrong after a migration, and so is emptied by a hook.</summary>
public sealed class PageCache
{
    private volatile IReadOnlyList<Page>? _pages;

    public void Clear() => _pages = null;

    public async Task<IReadOnlyList<Page>> GetAsync(DbDataSource database, CancellationToken cancellationToken)
    {
        if (_pages is { } known)
        {
            return known;
        }

        await using var command = database.CreateCommand("select slug, title from pages order by slug");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var pages = new List<Page>();
        while (await reader.ReadAsync(cancellationToken))
        {
            pages.Add(new Page(reader.GetString(0), reader.GetString(1)));
        }

        return _pages = pages;
    }
}
