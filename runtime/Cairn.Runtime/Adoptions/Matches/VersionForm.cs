using System.Numerics;
using System.Text.RegularExpressions;

namespace Cairn.Runtime.Adoptions.Matches;

/// <summary>Versions in the different spellings of tools and namings.</summary>
internal static partial class VersionForm
{
    /// <summary>
    /// One text for all spellings of a version: a moment is its digits, down to the second where it has minutes (<c>2024.01.01T12.00.00</c>,
    /// <c>202401011200</c> → <c>20240101120000</c>); numbers with dots have no leading and no trailing zeros (<c>01.2.0</c> → <c>1.2</c>); else lower case.
    /// </summary>
    public static string Of(string version)
    {
        var text = version.Trim();
        if (Moment().Match(text) is { Success: true } moment)
        {
            var digits = string.Concat(moment.Value.Where(char.IsAsciiDigit));
            return digits.Length == "yyyyMMddHHmm".Length ? digits + "00" : digits;
        }

        return Numbers(text) is { } numbers ? string.Join('.', numbers) : text.ToLowerInvariant();
    }

    /// <summary>The day that a version names, as eight digits; null where it names none.</summary>
    public static string? DayOf(string version) => Day().Match(version.Trim()) is { Success: true } match ? match.Groups["year"].Value + match.Groups["month"].Value + match.Groups["day"].Value : null;

    /// <summary>Which of two versions of numbers and dots is higher, number by number; null where one is not of that form.</summary>
    public static int? Compare(string x, string y)
    {
        if (Numbers(x.Trim()) is not { } left || Numbers(y.Trim()) is not { } right)
        {
            return null;
        }

        for (var place = 0; place < Math.Max(left.Count, right.Count); place++)
        {
            var difference = left.ElementAtOrDefault(place).CompareTo(right.ElementAtOrDefault(place));
            if (difference != 0)
            {
                return difference;
            }
        }

        return 0;
    }

    private static List<BigInteger>? Numbers(string text)
    {
        if (!Dotted().IsMatch(text))
        {
            return null;
        }

        var numbers = text.TrimStart('v', 'V').Split('.', '_').Select(part => BigInteger.Parse(part, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        while (numbers.Count > 1 && numbers[^1].IsZero)
        {
            numbers.RemoveAt(numbers.Count - 1);
        }

        return numbers;
    }

    [GeneratedRegex(@"^(19|20)\d\d[._-]?\d\d[._-]?\d\d([T._ -]?\d\d[.:_-]?\d\d([.:_-]?\d\d)?)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Moment();

    [GeneratedRegex(@"^(?<year>(19|20)\d\d)[._-]?(?<month>0[1-9]|1[0-2])[._-]?(?<day>0[1-9]|[12]\d|3[01])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Day();

    [GeneratedRegex(@"^[vV]?\d{1,100}([._]\d{1,100})*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Dotted();
}
