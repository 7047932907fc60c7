namespace Cairn.Schema.Dialects.Sqlite.Parsing;

/// <summary>Cuts SQLite's SQL into tokens as SQLite itself does.</summary>
internal static class SqlTokenizer
{
    /// <summary>All tokens of a text, without white space and comments.</summary>
    public static List<SqlToken> Tokenize(string sql)
    {
        var tokens = new List<SqlToken>();
        var position = 0;
        while ((position = SkipGap(sql, position)) < sql.Length)
        {
            var (kind, end) = Next(sql, position);
            tokens.Add(new SqlToken(kind, sql, position, end));
            position = end;
        }

        return tokens;
    }

    private static int SkipGap(string sql, int position)
    {
        while (position < sql.Length)
        {
            if (sql[position] is ' ' or '\t' or '\n' or '\r' or '\f' or '\uFEFF')
            {
                position++;
            }
            else if (StartsWith(sql, position, "--"))
            {
                var newline = sql.IndexOf('\n', position);
                position = newline < 0 ? sql.Length : newline + 1;
            }
            else if (StartsWith(sql, position, "/*"))
            {
                // A block comment that is never closed reaches to the end; SQLite accepts that.
                var close = sql.IndexOf("*/", position + 2, StringComparison.Ordinal);
                position = close < 0 ? sql.Length : close + 2;
            }
            else
            {
                break;
            }
        }

        return position;
    }

    private static (TokenKind Kind, int End) Next(string sql, int start)
    {
        var first = sql[start];
        if (first is 'x' or 'X' && start + 1 < sql.Length && sql[start + 1] == '\'')
        {
            return (TokenKind.Literal, Quoted(sql, start + 1, '\''));
        }

        if (IsNameStart(first))
        {
            return (TokenKind.Word, While(sql, start + 1, IsNamePart));
        }

        if (char.IsAsciiDigit(first) || (first == '.' && start + 1 < sql.Length && char.IsAsciiDigit(sql[start + 1])))
        {
            return (TokenKind.Literal, Number(sql, start));
        }

        return first switch
        {
            '\'' => (TokenKind.Text, Quoted(sql, start, '\'')),
            '"' or '`' => (TokenKind.Quoted, Quoted(sql, start, first)),
            '[' => (TokenKind.Quoted, Bracketed(sql, start)),
            '?' or ':' or '@' or '#' => (TokenKind.Literal, While(sql, start + 1, IsNamePart)),
            _ => (TokenKind.Symbol, start + SymbolLength(sql, start)),
        };
    }

    private static int SymbolLength(string sql, int start) =>
        StartsWith(sql, start, "->>") ? 3
        : start + 1 < sql.Length && sql.Substring(start, 2) is "||" or "<=" or ">=" or "<>" or "!=" or "==" or "<<" or ">>" or "->" ? 2
        : 1;

    private static int Quoted(string sql, int start, char quote)
    {
        for (var i = start + 1; i < sql.Length; i++)
        {
            if (sql[i] != quote)
            {
                continue;
            }

            if (i + 1 < sql.Length && sql[i + 1] == quote)
            {
                i++;
                continue;
            }

            return i + 1;
        }

        return sql.Length;
    }

    private static int Bracketed(string sql, int start)
    {
        var close = sql.IndexOf(']', start);
        return close < 0 ? sql.Length : close + 1;
    }

    private static int Number(string sql, int start)
    {
        var end = While(sql, start, c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_');
        var isHex = StartsWith(sql, start, "0x") || StartsWith(sql, start, "0X");
        return !isHex && end < sql.Length && sql[end] is '+' or '-' && sql[end - 1] is 'e' or 'E' ? While(sql, end + 1, char.IsAsciiDigit) : end;
    }

    private static int While(string sql, int position, Func<char, bool> belongs)
    {
        while (position < sql.Length && belongs(sql[position]))
        {
            position++;
        }

        return position;
    }

    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c == '_' || c > 127;

    private static bool IsNamePart(char c) => IsNameStart(c) || char.IsAsciiDigit(c) || c == '$';

    private static bool StartsWith(string sql, int position, string value) => string.CompareOrdinal(sql, position, value, 0, value.Length) == 0;
}
