namespace Cairn.Runtime.Drills.Rehearsals;

/// <summary>What a part of a statement is.</summary>
internal enum MySqlWordKind
{
    /// <summary>White space or a comment.</summary>
    Blank,

    /// <summary>A word without quotes.</summary>
    Plain,

    /// <summary>A name in backticks.</summary>
    Quoted,

    /// <summary>A text in quotes.</summary>
    Text,

    /// <summary>One other letter.</summary>
    Other,
}

/// <summary>A part of a statement; all parts together are the statement.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its letters.</param>
internal readonly record struct MySqlWord(MySqlWordKind Kind, string Text)
{
    /// <summary>The name without its backticks.</summary>
    public string Name => Kind == MySqlWordKind.Quoted ? Text[1..^1].Replace("``", "`", StringComparison.Ordinal) : Text;
}

/// <summary>Takes statements of MySQL and MariaDB apart, as far as telling names from texts and comments asks for.</summary>
internal static class MySqlWords
{
    public static IReadOnlyList<MySqlWord> Of(string sql)
    {
        var words = new List<MySqlWord>();
        for (var at = 0; at < sql.Length;)
        {
            var (kind, end) = Next(sql, at);
            words.Add(new MySqlWord(kind, sql[at..end]));
            at = end;
        }

        return words;
    }

    private static (MySqlWordKind Kind, int End) Next(string sql, int at) => sql[at] switch
    {
        '`' => (MySqlWordKind.Quoted, QuotedEnd(sql, at, escapes: false)) is var (kind, end) && end - at >= 2 ? (kind, end) : (MySqlWordKind.Other, at + 1),
        '\'' or '"' => (MySqlWordKind.Text, QuotedEnd(sql, at, escapes: true)),
        '#' => (MySqlWordKind.Blank, LineEnd(sql, at)),
        '-' when Starts(sql, at, "--") && (at + 2 == sql.Length || char.IsWhiteSpace(sql[at + 2])) => (MySqlWordKind.Blank, LineEnd(sql, at)),

        // What is in /*! … */ and /*M! … */ is executed.
        '/' when Starts(sql, at, "/*") && !Starts(sql, at, "/*!") && !Starts(sql, at, "/*M!") => (MySqlWordKind.Blank, CommentEnd(sql, at)),
        var letter when char.IsWhiteSpace(letter) => (MySqlWordKind.Blank, at + 1),
        var letter when IsWord(letter) => (MySqlWordKind.Plain, WordEnd(sql, at)),
        _ => (MySqlWordKind.Other, at + 1),
    };

    private static bool Starts(string sql, int at, string with) => string.CompareOrdinal(sql, at, with, 0, with.Length) == 0;

    private static bool IsWord(char letter) => char.IsLetterOrDigit(letter) || letter is '_' or '$' || letter >= 0x80;

    private static int WordEnd(string sql, int at)
    {
        while (at < sql.Length && IsWord(sql[at]))
        {
            at++;
        }

        return at;
    }

    private static int LineEnd(string sql, int at) => sql.IndexOf('\n', at) is var end and >= 0 ? end + 1 : sql.Length;

    private static int CommentEnd(string sql, int at) => sql.IndexOf("*/", at + 2, StringComparison.Ordinal) is var end and >= 0 ? end + 2 : sql.Length;

    private static int QuotedEnd(string sql, int at, bool escapes)
    {
        var quote = sql[at++];
        while (at < sql.Length)
        {
            if (escapes && sql[at] == '\\')
            {
                at += 2;
            }
            else if (sql[at] != quote)
            {
                at++;
            }
            else if (at + 1 < sql.Length && sql[at + 1] == quote)
            {
                at += 2;
            }
            else
            {
                return at + 1;
            }
        }

        return sql.Length;
    }
}
