namespace Cairn.Schema.Inspection;

/// <summary>Reads a moment as SQLite keeps it, by hand: the framework's parser first loads all that it knows of calendars.</summary>
internal static class MomentText
{
    /// <summary>The moment in UTC of <c>2026-03-01 10:00:00</c>, or with <c>.123</c> up to seven digits behind it; null for any other form.</summary>
    public static DateTimeOffset? Read(ReadOnlySpan<char> text)
    {
        if (text.Length < 19 || text[4] != '-' || text[7] != '-' || text[10] != ' ' || text[13] != ':' || text[16] != ':')
        {
            return null;
        }

        var (year, month, day) = (Number(text[..4]), Number(text[5..7]), Number(text[8..10]));
        var (hour, minute, second) = (Number(text[11..13]), Number(text[14..16]), Number(text[17..19]));
        if (Ticks(text[19..]) is not { } ticks
            || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59)
        {
            return null;
        }

        return new DateTimeOffset(year, month, day, hour, minute, second, TimeSpan.Zero).AddTicks(ticks);
    }

    private static long? Ticks(ReadOnlySpan<char> fraction)
    {
        if (fraction.IsEmpty)
        {
            return 0;
        }

        if (fraction[0] != '.' || fraction.Length is < 2 or > 8 || Number(fraction[1..]) is var number && number < 0)
        {
            return null;
        }

        long ticks = Number(fraction[1..]);
        for (var digits = fraction.Length - 1; digits < 7; digits++)
        {
            ticks *= 10;
        }

        return ticks;
    }

    private static int Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit))
            {
                return -1;
            }

            number = (number * 10) + digit - '0';
        }

        return number;
    }
}
