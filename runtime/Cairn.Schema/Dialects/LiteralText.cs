using System.Globalization;
using System.Text.Json;
using Cairn.Schema.Operations;

namespace Cairn.Schema.Dialects;

/// <summary>How .NET's values are written, before a dialect puts its quotes around them.</summary>
public static class LiteralText
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>A number's digits, or null where the value is no number (or not a finite one).</summary>
    /// <param name="value">The value.</param>
    public static string? Number(object value) => value switch
    {
        Enum member => Convert.ToString(Convert.ChangeType(member, Enum.GetUnderlyingType(member.GetType()), Culture), Culture),
        sbyte or byte or short or ushort or int or uint or long or ulong or decimal or System.Numerics.BigInteger => Convert.ToString(value, Culture),
        double number when double.IsFinite(number) => number.ToString("R", Culture),
        float number when float.IsFinite(number) => number.ToString("R", Culture),
        _ => null,
    };

    /// <summary>A date and time, with as many digits of the second's fraction as it has (six at most).</summary>
    /// <param name="value">The moment.</param>
    public static string DateAndTime(DateTime value) => value.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", Culture);

    /// <summary>A time of day.</summary>
    /// <param name="value">The time.</param>
    public static string Time(TimeOnly value) => value.ToString("HH:mm:ss.FFFFFF", Culture);

    /// <summary>A span as hours, minutes and seconds: <c>-26:03:04.5</c>.</summary>
    /// <param name="value">The span.</param>
    public static string Span(TimeSpan value)
    {
        var size = value.Duration();
        var hours = ((long)size.TotalHours).ToString("00", Culture);
        var fraction = size.Ticks % TimeSpan.TicksPerSecond / 10;
        var digits = fraction == 0 ? "" : "." + fraction.ToString("000000", Culture).TrimEnd('0');
        return $"{(value < TimeSpan.Zero ? "-" : "")}{hours}:{size.Minutes.ToString("00", Culture)}:{size.Seconds.ToString("00", Culture)}{digits}";
    }

    /// <summary>JSON text: a string is taken for JSON already, anything else is written as JSON.</summary>
    /// <param name="value">The value.</param>
    public static string Json(object value)
    {
        if (value is not string text)
        {
            return JsonSerializer.Serialize(value);
        }

        try
        {
            using var parsed = JsonDocument.Parse(text);
            return text;
        }
        catch (JsonException)
        {
            throw Refusal.Value($"The value {text} of a JSON column is not JSON.", "Write a JSON string with its quotes: Default(\"\\\"draft\\\"\").");
        }
    }

    /// <summary>Whether the kind holds JSON.</summary>
    /// <param name="type">The column's type, where known.</param>
    public static bool IsJson(ColumnType? type) => type?.Kind is ColumnKind.Json or ColumnKind.Jsonb;

    /// <summary>Whether the kind holds text.</summary>
    /// <param name="type">The column's type, where known.</param>
    public static bool IsText(ColumnType? type) =>
        type?.Kind is ColumnKind.Char or ColumnKind.String or ColumnKind.Text or ColumnKind.MediumText or ColumnKind.LongText or ColumnKind.Enum;

    /// <summary>Whether the kind holds numbers.</summary>
    /// <param name="type">The column's type, where known.</param>
    public static bool IsNumber(ColumnType? type) => type?.Kind is >= ColumnKind.TinyInteger and <= ColumnKind.Double;
}
