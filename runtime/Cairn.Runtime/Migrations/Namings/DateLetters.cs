using System.Globalization;

namespace Cairn.Runtime.Migrations.Namings;

/// <summary>Versions made of a date and letters that count as a spreadsheet's columns: <c>20260301A</c> … <c>Z</c>, <c>AA</c>.</summary>
internal static class DateLetters
{
    public const int DateLength = 8;

    /// <summary>Eight digits, then letters only; whether the date exists is not asked.</summary>
    public static bool Fits(ReadOnlySpan<char> text)
    {
        if (text.Length <= DateLength)
        {
            return false;
        }

        foreach (var digit in text[..DateLength])
        {
            if (!char.IsAsciiDigit(digit))
            {
                return false;
            }
        }

        foreach (var letter in text[DateLength..])
        {
            if (!char.IsAsciiLetter(letter))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the date exists and is not before 1900.</summary>
    public static bool IsRealDate(ReadOnlySpan<char> date)
    {
        // By hand: this is asked for each file of each run, and the first call of the framework's parser costs more than a thousand of these.
        var (year, month, day) = (Number(date[..4]), Number(date[4..6]), Number(date[6..]));
        return year >= 1900 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
    }

    /// <summary>Two letters that start with Z belong to Cairn's own migrations.</summary>
    public static bool IsReserved(ReadOnlySpan<char> version) =>
        version.Length == DateLength + 2 && Fits(version) && version[DateLength] is 'Z' or 'z';

    /// <summary>The version after the highest one of that day.</summary>
    public static string Next(DateTimeOffset today, IEnumerable<MigrationVersion> taken)
    {
        var date = today.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var highest = string.Empty;
        foreach (var version in taken)
        {
            var text = version.Text;
            if (!Fits(text) || IsReserved(text) || !text.StartsWith(date, StringComparison.Ordinal))
            {
                continue;
            }

            var letters = text[DateLength..].ToUpperInvariant();
            if (Compare(letters, highest) > 0)
            {
                highest = letters;
            }
        }

        var next = date + After(highest);
        return IsReserved(next) ? date + "AAA" : next;
    }

    /// <summary>Fewer letters come first: Z before AA.</summary>
    public static int Compare(ReadOnlySpan<char> x, ReadOnlySpan<char> y) =>
        x.Length != y.Length ? x.Length.CompareTo(y.Length) : x.CompareTo(y, StringComparison.OrdinalIgnoreCase);

    private static int Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            number = (number * 10) + digit - '0';
        }

        return number;
    }

    private static string After(string letters)
    {
        var next = letters.ToCharArray();
        for (var i = next.Length - 1; i >= 0; i--)
        {
            if (next[i] != 'Z')
            {
                next[i]++;
                return new string(next);
            }

            next[i] = 'A';
        }

        return new string('A', letters.Length + 1);
    }
}
