using System.Globalization;
using Cairn.Schema.Operations;

namespace Cairn.Schema.Dialects.Postgres;

/// <summary>Values as PostgreSQL's literals. A quoted literal takes the type of the column it meets.</summary>
internal static class PostgresLiterals
{
    public static string Of(object? value, ColumnType? type) => value switch
    {
        null or DBNull => "NULL",
        _ when LiteralText.IsJson(type) => Quoted(LiteralText.Json(value)),
        bool flag => LiteralText.IsNumber(type) ? (flag ? "1" : "0") : LiteralText.IsText(type) ? Quoted(flag ? "true" : "false") : flag ? "TRUE" : "FALSE",
        string text => Quoted(text),
        char character => Quoted(character.ToString()),
        Guid id => Quoted(id.ToString("D")),
        byte[] bytes => $"'\\x{Convert.ToHexStringLower(bytes)}'{(type is null ? "::bytea" : "")}",
        DateTime moment => Moment(moment, type),
        DateTimeOffset moment => Moment(moment.UtcDateTime, type ?? new ColumnType(ColumnKind.Timestamp)),
        DateOnly date => Quoted(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        TimeOnly time => Quoted(LiteralText.Time(time)),
        TimeSpan span => Quoted(LiteralText.Span(span)),
        Enum member when LiteralText.IsText(type) => Quoted(member.ToString()),
        double.NaN or float.NaN => "'NaN'",
        double.PositiveInfinity or float.PositiveInfinity => "'Infinity'",
        double.NegativeInfinity or float.NegativeInfinity => "'-Infinity'",
        _ when LiteralText.Number(value) is { } number => Number(number, type),
        _ => throw Refusal.Value($"A value of the type {value.GetType().Name} has no literal on PostgreSQL.", "Use DefaultRaw(\"…\"), or a value of a plain type."),
    };

    public static string Quoted(string text) => text.Contains('\0')
        ? throw Refusal.Value("A text with a NUL character cannot be kept in PostgreSQL.", "Take the character out, or use a binary column.")
        : $"'{text.Replace("'", "''")}'";

    private static string Number(string number, ColumnType? type) => type switch
    {
        { Kind: ColumnKind.Boolean } => number == "0" ? "FALSE" : "TRUE",
        _ when LiteralText.IsText(type) => Quoted(number),
        _ => number,
    };

    /// <summary>A moment for a column with time zone is in UTC and says so; without the word, the session's zone would decide.</summary>
    private static string Moment(DateTime moment, ColumnType? type)
    {
        if (type?.Kind != ColumnKind.Timestamp)
        {
            return Quoted(LiteralText.DateAndTime(moment));
        }

        var utc = moment.Kind == DateTimeKind.Local ? moment.ToUniversalTime() : moment;
        return Quoted(LiteralText.DateAndTime(utc) + "+00");
    }
}
