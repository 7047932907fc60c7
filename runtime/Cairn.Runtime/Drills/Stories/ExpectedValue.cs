using System.Globalization;

namespace Cairn.Runtime.Drills.Stories;

/// <summary>Compares a value that a script expects with one that a database gave, whatever type its driver makes of it. Pure.</summary>
internal static class ExpectedValue
{
    public static bool IsSame(object? expected, object? found) => (expected, found is DBNull ? null : found) switch
    {
        (null, var value) => value is null,
        (_, null) => false,
        (bool truth, bool value) => truth == value,
        (bool truth, var value) => Number(value) is { } number && number is 0 or 1 && (number == 1) == truth,
        (string text, string value) => string.Equals(text, value, StringComparison.Ordinal),
        (string text, var value) => string.Equals(text, Plain(value), StringComparison.Ordinal),
        (byte[] bytes, byte[] value) => bytes.AsSpan().SequenceEqual(value),
        (Guid id, string value) => Guid.TryParse(value, out var other) && other == id,
        (DateTime or DateTimeOffset or DateOnly, var value) => Moment(expected!) is { } moment && moment == Moment(value),
        (float or double, var value) => Fraction(expected!) is { } wanted && Fraction(value) is { } fraction && wanted.Equals(fraction),
        (var any, var value) => Number(any!) is { } wanted ? wanted == Number(value) : Equals(any, value),
    };

    /// <summary>A value in a message.</summary>
    public static string Text(object? value) => value switch
    {
        null or DBNull => "null",
        string text => $"'{text}'",
        byte[] bytes => $"{bytes.Length} bytes",
        var other => Plain(other),
    };

    private static string Plain(object value) => value switch
    {
        bool truth => truth ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static decimal? Number(object value)
    {
        switch (value)
        {
            case bool truth:
                return truth ? 1 : 0;
            case string text:
                return decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var parsed) ? parsed : null;
            case sbyte or byte or short or ushort or int or uint or long or ulong or decimal or Enum:
                return Convert.ToDecimal(value, CultureInfo.InvariantCulture);
            case float or double:
                var fraction = Convert.ToDouble(value, CultureInfo.InvariantCulture);
                return Math.Abs(fraction) < 1e27 ? (decimal)fraction : null;
            default:
                return null;
        }
    }

    private static double? Fraction(object value) => value switch
    {
        float single => double.Parse(single.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
        double number => number,
        _ => Number(value) is { } other ? (double)other : null,
    };

    /// <summary>What has no zone counts as UTC.</summary>
    private static DateTime? Moment(object value) => value switch
    {
        DateOnly date => date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
        DateTimeOffset moment => moment.UtcDateTime,
        DateTime { Kind: DateTimeKind.Local } local => local.ToUniversalTime(),
        DateTime moment => DateTime.SpecifyKind(moment, DateTimeKind.Utc),
        string text when DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var parsed) => parsed,
        _ => null,
    };
}
