using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Cairn.Runtime.Drills.Scratch;

/// <summary>
/// The name of a scratch copy: <c>cairn_drill_shop_20261120t093000_5f0a3c</c>. Nothing with another name is ever dropped; and a name alone is never enough.
/// </summary>
/// <param name="Source">What was copied, shortened to letters that need no quotes.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Random">Keeps two of one second apart.</param>
internal sealed partial record ScratchName(string Source, DateTimeOffset At, string Random)
{
    /// <summary>What every name begins with.</summary>
    public const string Prefix = "cairn_drill_";

    private const string Form = "yyyyMMdd't'HHmmss";
    private const int LongestSource = 24;

    /// <summary>A new name.</summary>
    /// <param name="source">The name of the database to copy; of a file, its name without folder.</param>
    /// <param name="at">Now.</param>
    public static ScratchName New(string source, DateTimeOffset at) =>
        new(Shortened(source), at.ToUniversalTime(), Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4)));

    /// <summary>Reads a name; null where it is not one of ours.</summary>
    public static ScratchName? Read(string text)
    {
        var match = Pattern().Match(text);
        return match.Success && DateTimeOffset.TryParseExact(
            match.Groups["at"].Value, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
            ? new ScratchName(match.Groups["source"].Value, at, match.Groups["random"].Value)
            : null;
    }

    /// <summary>Whether it is the name of a copy of that database.</summary>
    public bool IsOf(string source) => string.Equals(Source, Shortened(source), StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => $"{Prefix}{Source}_{At.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture)}_{Random}";

    private static string Shortened(string source)
    {
        var text = new StringBuilder(LongestSource);
        foreach (var letter in source.ToLowerInvariant().Where(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_').Take(LongestSource))
        {
            text.Append(letter);
        }

        return text.Length == 0 ? "database" : text.ToString();
    }

    [GeneratedRegex("^cairn_drill_(?<source>[a-z0-9_]{1,24})_(?<at>[0-9]{8}t[0-9]{6})_(?<random>[0-9a-f]{8})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pattern();
}
