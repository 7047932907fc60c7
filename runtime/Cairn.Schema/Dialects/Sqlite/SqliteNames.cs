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

    /// <summary>Whether a name can come from <see cref="Check"/>, for whatever table: the table may have been renamed since.</summary>
    public static bool CanBeCheck(string? name) => name is not null
        && (name.EndsWith("_check", StringComparison.OrdinalIgnoreCase) || (name.Length > 9 && name[^9] == '_' && name[^8..].All(char.IsAsciiHexDigitLower)));

    /// <summary>Names compare without regard to the case of A to Z; Ä and ä are two names.</summary>
    public static IEqualityComparer<string> Comparer { get; } = new AsciiComparer();

    /// <summary>Whether two names are the same.</summary>
    public static bool Same(string? a, string? b) => a is null || b is null ? a is null && b is null : Ascii.EqualsIgnoreCase(a, b) || EqualsBeyondAscii(a, b);

    /// <summary>Whether two lists hold the same names in the same order.</summary>
    public static bool Same(IReadOnlyList<string> a, IReadOnlyList<string> b) => a.SequenceEqual(b, Comparer);

    private static bool EqualsBeyondAscii(string a, string b) => a.Length == b.Length && Fold(a).Equals(Fold(b), StringComparison.Ordinal);

    private static string Fold(string name) => string.Create(name.Length, name, (target, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            target[i] = char.IsAsciiLetterUpper(source[i]) ? (char)(source[i] | 0x20) : source[i];
        }
    });

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

    private sealed class AsciiComparer : IEqualityComparer<string>
    {
        public bool Equals(string? x, string? y) => Same(x, y);

        public int GetHashCode(string obj) => Fold(obj).GetHashCode(StringComparison.Ordinal);
    }
}
