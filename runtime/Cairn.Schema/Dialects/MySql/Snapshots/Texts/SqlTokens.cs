namespace Cairn.Schema.Dialects.MySql.Snapshots.Texts;

/// <summary>Takes a statement of these servers apart, so that names are told from texts and comments.</summary>
internal static class SqlTokens
{
    /// <param name="sql">The statement.</param>
    /// <param name="mode">The SQL mode it was written under: what double quotes and backslashes mean depends on it.</param>
    public static IReadOnlyList<SqlToken> Of(string sql, string mode)
    {
        var ansi = mode.Contains("ANSI_QUOTES", StringComparison.Ordinal);
        var escapes = !mode.Contains("NO_BACKSLASH_ESCAPES", StringComparison.Ordinal);
        var tokens = new List<SqlToken>();
        for (var at = 0; at < sql.Length;)
        {
            if (char.IsWhiteSpace(sql[at]))
            {
                at++;
                continue;
            }

            var token = Next(sql, at, ansi, escapes);
            if (token.Kind != SqlTokenKind.Comment)
            {
                tokens.Add(token);
            }

            at = token.End;
        }

        return tokens;
    }

    private static SqlToken Next(string sql, int at, bool ansi, bool escapes) => sql[at] switch
    {
        '`' => Quoted(sql, at),
        '"' when ansi => Quoted(sql, at),
        '\'' or '"' => Literal(sql, at, escapes),
        '#' => Comment(at, Line(sql, at)),
        '-' when sql.AsSpan(at).StartsWith("--") && (at + 2 == sql.Length || char.IsWhiteSpace(sql[at + 2])) => Comment(at, Line(sql, at)),
        '/' when sql.AsSpan(at).StartsWith("/*") => Comment(at, BlockEnd(sql, at)),
        '*' when sql.AsSpan(at).StartsWith("*/") => Comment(at, at + 2),
        var character when IsPartOfWord(character) => Word(sql, at),
        var character => new SqlToken(SqlTokenKind.Symbol, at, character.ToString(), at + 1),
    };

    private static SqlToken Comment(int start, int end) => new(SqlTokenKind.Comment, start, "", end);

    private static SqlToken Word(string sql, int start)
    {
        var end = start;
        while (end < sql.Length && IsPartOfWord(sql[end]))
        {
            end++;
        }

        return new SqlToken(SqlTokenKind.Word, start, sql[start..end], end);
    }

    private static SqlToken Quoted(string sql, int start)
    {
        var end = QuoteEnd(sql, start, escapes: false);
        var quote = sql[start].ToString();
        return new SqlToken(SqlTokenKind.Quoted, start, sql[(start + 1)..Math.Max(start + 1, end - 1)].Replace(quote + quote, quote), end);
    }

    private static SqlToken Literal(string sql, int start, bool escapes)
    {
        var end = QuoteEnd(sql, start, escapes);
        return new SqlToken(SqlTokenKind.String, start, sql[start..end], end);
    }

    private static int QuoteEnd(string sql, int start, bool escapes)
    {
        for (var at = start + 1; at < sql.Length; at++)
        {
            if (escapes && sql[at] == '\\')
            {
                at++;
            }
            else if (sql[at] == sql[start])
            {
                if (at + 1 == sql.Length || sql[at + 1] != sql[start])
                {
                    return at + 1;
                }

                at++;
            }
        }

        return sql.Length;
    }

    private static int Line(string sql, int start) => sql.IndexOf('\n', start) is var end && end < 0 ? sql.Length : end;

    /// <summary>What stands in a comment that the server executes is a part of the statement.</summary>
    private static int BlockEnd(string sql, int start)
    {
        var inside = sql.AsSpan(start + 2);
        if (inside.StartsWith("!") || inside.StartsWith("M!"))
        {
            var at = start + (inside[0] == 'M' ? 4 : 3);
            while (at < sql.Length && char.IsAsciiDigit(sql[at]))
            {
                at++;
            }

            return at;
        }

        return sql.IndexOf("*/", start + 2, StringComparison.Ordinal) is var end && end < 0 ? sql.Length : end + 2;
    }

    private static bool IsPartOfWord(char character) => char.IsLetterOrDigit(character) || character is '_' or '$' || character >= 0x80;
}
