using System.Globalization;
using Cairn.Schema.Operations;

namespace Cairn.Schema.Dialects.MySql;

/// <summary>Values as literals of MySQL and MariaDB, under the default SQL mode (a backslash escapes).</summary>
internal static class MySqlLiterals
{
    public static string Of(Client client, object? value, ColumnType? type) => value switch
    {
        null or DBNull => "NULL",
        _ when LiteralText.IsJson(type) => Quoted(LiteralText.Json(value)),
        bool flag => LiteralText.IsText(type) ? Quoted(flag ? "true" : "false") : flag ? "1" : "0",
        string text => type?.Kind == ColumnKind.Boolean ? Truth(text) : Quoted(text),
        char character => Quoted(character.ToString()),
        Guid id => Quoted(id.ToString("D")),
        byte[] bytes => $"x'{Convert.ToHexStringLower(bytes)}'",
        DateTime moment => Quoted(LiteralText.DateAndTime(type?.Kind == ColumnKind.Timestamp && moment.Kind == DateTimeKind.Local ? moment.ToUniversalTime() : moment)),
        DateTimeOffset moment => Quoted(LiteralText.DateAndTime(moment.UtcDateTime)),
        DateOnly date => Quoted(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        TimeOnly time => Quoted(LiteralText.Time(time)),
        TimeSpan span => Quoted(LiteralText.Span(span)),
        Enum member when LiteralText.IsText(type) => Quoted(member.ToString()),
        _ when LiteralText.Number(value) is { } number => type?.Kind == ColumnKind.Boolean ? Truth(number) : LiteralText.IsText(type) ? Quoted(number) : number,
        _ => throw Refusal.Value(
            $"A value of the type {value.GetType().Name} has no literal on {Refusal.DisplayName(client)}: {value}.", "Use DefaultRaw(\"…\"), or a value of a plain type."),
    };

    public static string Quoted(string text) => text.Contains('\0')
        ? throw Refusal.Value("A text with a NUL character cannot be a literal here.", "Take the character out, or use a binary column.")
        : $"'{text.Replace("\\", "\\\\").Replace("'", "''")}'";

    private static string Truth(string text) => text is "0" or "" || text.Equals("false", StringComparison.OrdinalIgnoreCase) ? "0" : "1";
}
