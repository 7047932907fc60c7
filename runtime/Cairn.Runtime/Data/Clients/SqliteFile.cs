namespace Cairn.Runtime.Data.Clients;

/// <summary>Finds the file behind a SQLite data source.</summary>
internal static class SqliteFile
{
    /// <summary>The file's full path, links followed, so that one database has one lock; null for one in memory.</summary>
    /// <param name="source">A path, <c>:memory:</c>, or a URI as <c>file:shop.db?cache=shared</c>.</param>
    /// <param name="mode">The connection string's mode.</param>
    public static string? Of(string source, string? mode)
    {
        var path = source;
        if (source.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
        {
            var query = source.IndexOf('?', StringComparison.Ordinal);
            if (query >= 0 && source[query..].Contains("mode=memory", StringComparison.OrdinalIgnoreCase))
            {
                return null;
            }

            path = Uri.UnescapeDataString(query < 0 ? source[5..] : source[5..query]);
            path = path.StartsWith("//", StringComparison.Ordinal) ? path[path.IndexOf('/', 2)..] : path;
        }

        return path.Length == 0 || path.Contains(":memory:", StringComparison.OrdinalIgnoreCase) || "Memory".Equals(mode, StringComparison.OrdinalIgnoreCase)
            ? null
            : Resolved(Path.GetFullPath(path));
    }

    private static string Resolved(string path) => File.Exists(path) && File.ResolveLinkTarget(path, returnFinalTarget: true) is { } target ? target.FullName : path;
}
