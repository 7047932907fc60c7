using System.Security.Cryptography;
using System.Text;

namespace Cairn.Schema.Dialects.Sqlite;

/// <summary>How names are quoted and made.</summary>
internal static class SqliteNames
{
    private const int MaxBytes = 60;
    private const int KeptBytes = 51;

    /// <summary>
    /// Quotes with backticks. With double quotes a name that does not exist silently becomes a string (also in checks and indexes);
    /// with backticks it is an error.
    /// </summary>
    public static string Quote(string identifier) => $"`{identifier.Replace("`", "``", StringComparison.Ordinal)}`";

    /// <summary>A list of names, quoted.</summary>
    public static string Quote(IEnumerable<string> identifiers) => string.Join(", ", identifiers.Select(Quote));

    /// <summary>The name of the check that the dialect itself adds to a column (enum, unsigned, JSON).</summary>
    public static string Check(string table, string column) => Shorten($"{table}_{column}_check".ToLowerInvariant());

    /// <summary>Names compare without regard to (ASCII) case.</summary>
    public static bool Same(string? a, string? b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether two lists hold the same names in the same order.</summary>
    public static bool Same(IReadOnlyList<string> a, IReadOnlyList<string> b) => a.SequenceEqual(b, StringComparer.OrdinalIgnoreCase);

    private static string Shorten(string name)
    {
        if (Encoding.UTF8.GetByteCount(name) <= MaxBytes)
        {
            return name;
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..8];
        var end = name.Length;
        while (Encoding.UTF8.GetByteCount(name.AsSpan(0, end)) > KeptBytes || char.IsHighSurrogate(name[end - 1]))
        {
            end--;
        }

        return $"{name[..end]}_{hash}";
    }
}
