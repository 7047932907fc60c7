using System.Globalization;
using System.Text;
using System.Text.Json;
using Cairn.Schema.Operations;

namespace Cairn.Schema.Dialects.Sqlite.Rendering;

/// <summary>
/// Values as literals. Dates are ISO text with a blank, as CURRENT_TIMESTAMP and the driver write them, so that all of them compare;
/// moments are in UTC. UUIDs are lower-case text, as every other database prints them (their columns compare without case).
/// </summary>
internal static class SqliteLiterals
{
    // A double holds 15 decimal digits; SQLite has no other fractional number.
    private const int ExactDigits = 15;

    /// <summary>The literal.</summary>
    /// <exception cref="CairnException">The value has no exact literal (CAIRN3013).</exception>
    public static string Render(object? value, ColumnType? type) => value switch
    {
        null or DBNull => "NULL",
        string text => type?.Kind == ColumnKind.Boolean ? throw Invalid(value, type, "a boolean is true or false") : Text(text),
        JsonElement or System.Text.Json.Nodes.JsonNode => Text(Json(value)),
        byte[] bytes => Blob(bytes),
        _ when type?.Kind is ColumnKind.Json or ColumnKind.Jsonb => Text(Json(value)),
        bool flag => IsText(type) ? Text(flag ? "1" : "0") : flag ? "1" : "0",
        char letter => Text(letter.ToString()),
        Guid guid => Text(guid.ToString("D")),
        Enum name => type?.Kind is ColumnKind.Enum or ColumnKind.String or ColumnKind.Text ? Text(name.ToString()) : name.ToString("D"),
        DateTime or DateTimeOffset or DateOnly or TimeOnly or TimeSpan => Text(Moment(value, type)),
        _ => Number(value, type),
    };

    private static string Number(object value, ColumnType? type)
    {
        var number = value switch
        {
            ulong large when large > long.MaxValue => throw Invalid(value, type, "SQLite's integers end at 9223372036854775807"),
            sbyte or byte or short or ushort or int or uint or long or ulong => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
            decimal exact => Decimal(exact, type),
            float single => Double(single, single.ToString("R", CultureInfo.InvariantCulture), type),
            double real => Double(real, real.ToString("R", CultureInfo.InvariantCulture), type),
            _ => throw Invalid(value, type, $"there is no literal for a {value.GetType().Name}"),
        };
        return IsText(type) ? Text(number) : number;
    }

    private static string Decimal(decimal value, ColumnType? type)
    {
        var text = value.ToString(CultureInfo.InvariantCulture);
        var trimmed = text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
        var isWhole = decimal.Truncate(value) == value && value is >= long.MinValue and <= long.MaxValue;
        var digits = trimmed.Count(char.IsAsciiDigit) - (trimmed.TrimStart('-').StartsWith("0.", StringComparison.Ordinal) ? 1 : 0);
        return isWhole || IsText(type) || digits <= ExactDigits
            ? IsText(type) ? text : trimmed
            : throw Invalid(value, type, $"SQLite's numbers hold {ExactDigits} digits; use a text column for more");
    }

    private static string Double(double value, string text, ColumnType? type)
    {
        if (double.IsNaN(value))
        {
            throw Invalid(value, type, "SQLite stores NaN as NULL");
        }

        return double.IsPositiveInfinity(value) ? "9e999"
            : double.IsNegativeInfinity(value) ? "-9e999"
            : text.AsSpan().IndexOfAny('.', 'E', 'e') < 0 ? text + ".0"
            : text;
    }

    private static string Moment(object value, ColumnType? type) => value switch
    {
        DateTime moment when type?.Kind == ColumnKind.Date => $"{moment:yyyy-MM-dd}",
        DateTime { Kind: DateTimeKind.Local } moment when type?.Kind != ColumnKind.DateTime => Seconds(moment.ToUniversalTime()),
        DateTime moment => Seconds(moment),
        DateTimeOffset moment => Seconds(moment.UtcDateTime),
        DateOnly date when type?.Kind is ColumnKind.DateTime or ColumnKind.Timestamp => $"{date:yyyy-MM-dd} 00:00:00",
        DateOnly date => $"{date:yyyy-MM-dd}",
        TimeOnly time => time.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        _ => ((TimeSpan)value).ToString("c", CultureInfo.InvariantCulture),
    };

    private static string Seconds(DateTime moment) => moment.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);

    private static string Json(object value) => value is JsonElement element ? element.GetRawText()
        : value is System.Text.Json.Nodes.JsonNode node ? node.ToJsonString()
        : JsonSerializer.Serialize(value);

    // A NUL ends the text of a statement, so such a string goes as bytes.
    private static string Text(string text) => text.Contains('\0', StringComparison.Ordinal)
        ? $"CAST({Blob(Encoding.UTF8.GetBytes(text))} AS TEXT)"
        : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Blob(byte[] bytes) => $"X'{Convert.ToHexString(bytes)}'";

    private static bool IsText(ColumnType? type) => type?.Kind is ColumnKind.Char or ColumnKind.String or ColumnKind.Text
        or ColumnKind.MediumText or ColumnKind.LongText or ColumnKind.Enum;

    private static CairnException Invalid(object value, ColumnType? type, string why) =>
        new(ErrorCodes.ValueInvalid, $"{value} cannot be written as {(type is null ? "a value" : $"a value of type {type.Kind}")}: {why}.")
        {
            Fix = "Give a value of the column's own type.",
        };
}
