using Cairn.Runtime.Data.Statements;

namespace Cairn.Runtime.Telemetry.Texts;

/// <summary>
/// Takes a statement apart. What could be a literal is one: where that hangs on a setting of the server, which is not known here, the pieces end with
/// <see cref="TokenKind.Unsure"/>. Comments are left out.
/// </summary>
internal sealed class SqlTokens(Client client, string sql)
{
    /// <summary>After these SQLite takes a name in double quotes for a name; elsewhere it makes a text of one that it does not know.</summary>
    private static readonly HashSet<string> BeforeNames =
        new(["TABLE", "INTO", "UPDATE", "FROM", "JOIN", "INDEX", "ON", "VIEW", "TRIGGER", "EXISTS", "TO", "REFERENCES"], StringComparer.OrdinalIgnoreCase);

    private readonly SqlQuotes quotes = new(sql, SqlRules.For(client));
    private readonly SqlRules rules = SqlRules.For(client);
    private SqlToken last;
    private int at;

    /// <summary>The pieces, in order.</summary>
    public IEnumerable<SqlToken> Read()
    {
        var blank = false;
        while (at < sql.Length)
        {
            if (char.IsWhiteSpace(sql[at]))
            {
                (blank, at) = (true, at + 1);
            }
            else if (IsUnsureComment())
            {
                yield return new SqlToken(TokenKind.Unsure, "", blank);
                yield break;
            }
            else if (quotes.CommentEnd(at) is { } afterComment)
            {
                (blank, at) = (true, afterComment);
            }
            else
            {
                var (kind, end, unsure) = Piece();
                last = new SqlToken(kind, kind == TokenKind.Literal ? SqlToken.Placeholder : sql[at..end], blank);
                (blank, at) = (false, end);
                yield return last;
                if (unsure)
                {
                    yield return new SqlToken(TokenKind.Unsure, "", AfterBlank: false);
                    yield break;
                }
            }
        }
    }

    /// <summary>Whether a server runs what is in <c>/*! … */</c> hangs on its version; and <c>--</c> without a blank is a comment elsewhere.</summary>
    private bool IsUnsureComment()
    {
        var rest = sql.AsSpan(at);
        return rules.ConditionalComments && (rest.StartsWith("/*!") || rest.StartsWith("/*M!") || (rest.StartsWith("--") && quotes.CommentEnd(at) is null));
    }

    private (TokenKind Kind, int End, bool Unsure) Piece()
    {
        if (quotes.QuoteEnd(at) is { } afterQuote)
        {
            return (QuotedKind(sql[at]), afterQuote, IsUnsure(at, afterQuote));
        }

        if (SqlQuotes.IsWordStart(sql[at]))
        {
            var end = EndOf(SqlQuotes.IsWordPart);
            return IsPrefix(sql.AsSpan(at, end - at)) && end < sql.Length && sql[end] == '\'' && quotes.QuoteEnd(end) is { } afterText
                ? (TokenKind.Literal, afterText, IsUnsure(end, afterText))
                : (IsTruth(sql.AsSpan(at, end - at)) ? TokenKind.Literal : TokenKind.Word, end, false);
        }

        if (char.IsDigit(sql[at]) || (sql[at] == '.' && char.IsDigit(At(1)) && last.Kind is not (TokenKind.Word or TokenKind.Name)))
        {
            return (TokenKind.Literal, NumberEnd(), false);
        }

        // $1 and ?1 are parameters.
        return (TokenKind.Mark, sql[at] is '$' or '?' && char.IsDigit(At(1)) ? EndOf(char.IsDigit) : at + 1, false);
    }

    private TokenKind QuotedKind(char first) => first switch
    {
        _ when quotes.Open is not null => TokenKind.Literal,
        '`' or '[' => TokenKind.Name,
        '"' when client == Client.Postgres => TokenKind.Name,
        '"' when client == Client.Sqlite && (last.IsOneOf(BeforeNames) || last is { Kind: TokenKind.Mark, Text: "." }) => TokenKind.Name,
        _ => TokenKind.Literal,
    };

    /// <summary>Whether a backslash escapes hangs on a setting, except in <c>E'…'</c>: so it does where a text ends that has one before a quote.</summary>
    private bool IsUnsure(int from, int to)
    {
        var quote = sql[from];
        if (client == Client.Sqlite || quote is not ('\'' or '"') || (client == Client.Postgres && quote == '"'))
        {
            return false;
        }

        var backslashes = 0;
        for (var index = from + 1; index < to; index++)
        {
            if (sql[index] == quote && backslashes % 2 == 1)
            {
                return true;
            }

            backslashes = sql[index] == '\\' ? backslashes + 1 : 0;
        }

        return false;
    }

    private int NumberEnd()
    {
        var end = at;
        while (end < sql.Length && (char.IsLetterOrDigit(sql[end]) || sql[end] is '.' or '_' || (sql[end] is '+' or '-' && IsExponent(end))))
        {
            end++;
        }

        return end;
    }

    private bool IsExponent(int sign) =>
        sql[sign - 1] is 'e' or 'E' && sign + 1 < sql.Length && char.IsDigit(sql[sign + 1]) && !(sql[at] == '0' && At(1) is 'x' or 'X');

    private int EndOf(Func<char, bool> belongs)
    {
        var end = at + 1;
        while (end < sql.Length && belongs(sql[end]))
        {
            end++;
        }

        return end;
    }

    private char At(int offset) => at + offset < sql.Length ? sql[at + offset] : '\0';

    /// <summary><c>X'…'</c>, <c>B'…'</c>, <c>N'…'</c>, and a character set of MySQL.</summary>
    private static bool IsPrefix(ReadOnlySpan<char> word) => word[0] == '_' || (word.Length == 1 && word[0] is 'x' or 'X' or 'b' or 'B' or 'n' or 'N');

    private static bool IsTruth(ReadOnlySpan<char> word) => word.Equals("true", StringComparison.OrdinalIgnoreCase) || word.Equals("false", StringComparison.OrdinalIgnoreCase);
}
