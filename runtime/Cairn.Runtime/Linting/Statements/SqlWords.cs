using Cairn.Runtime.Data.Statements;

namespace Cairn.Runtime.Linting.Statements;

/// <summary>What a word of a statement is.</summary>
internal enum SqlWordKind
{
    Word,
    QuotedName,
    Text,
    Sign,
}

/// <summary>One word of a statement.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">A word as it is written, a quoted name without its quotes, a text with them, a sign.</param>
internal sealed record SqlWord(SqlWordKind Kind, string Value)
{
    public bool Is(string word) => Kind is SqlWordKind.Word or SqlWordKind.Sign && Value.Equals(word, StringComparison.OrdinalIgnoreCase);

    public bool IsName => Kind is SqlWordKind.Word or SqlWordKind.QuotedName;
}

/// <summary>Takes statements apart: comments left out, quotes understood by the rules of the database.</summary>
internal static class SqlWords
{
    /// <summary>The words of each statement of a text.</summary>
    public static IReadOnlyList<IReadOnlyList<SqlWord>> Of(Client client, string sql)
    {
        var quotes = new SqlQuotes(sql, SqlRules.For(client));
        var statements = new List<IReadOnlyList<SqlWord>>();
        var words = new List<SqlWord>();
        for (var at = 0; at < sql.Length;)
        {
            if (char.IsWhiteSpace(sql[at]))
            {
                at++;
            }
            else if (quotes.CommentEnd(at) is { } afterComment)
            {
                at = afterComment;
            }
            else if (quotes.QuoteEnd(at) is { } afterQuote)
            {
                words.Add(Quoted(client, sql[at..Math.Min(afterQuote, sql.Length)]));
                at = afterQuote;
            }
            else if (sql[at] == ';')
            {
                End(statements, ref words);
                at++;
            }
            else
            {
                var end = at + 1;
                while (SqlQuotes.IsWordPart(sql[at]) && end < sql.Length && SqlQuotes.IsWordPart(sql[end]))
                {
                    end++;
                }

                words.Add(new SqlWord(SqlQuotes.IsWordPart(sql[at]) ? SqlWordKind.Word : SqlWordKind.Sign, sql[at..end]));
                at = end;
            }
        }

        End(statements, ref words);
        return statements;
    }

    private static void End(List<IReadOnlyList<SqlWord>> statements, ref List<SqlWord> words)
    {
        if (words.Count > 0)
        {
            statements.Add(words);
            words = [];
        }
    }

    private static SqlWord Quoted(Client client, string text)
    {
        var isName = text[0] is '`' or '[' || (text[0] == '"' && client is Client.Postgres or Client.Sqlite);
        return isName && text.Length >= 2 && text[0] != '\''
            ? new SqlWord(SqlWordKind.QuotedName, text[1..^1].Replace(new string(text[^1], 2), text[^1..], StringComparison.Ordinal))
            : new SqlWord(SqlWordKind.Text, text);
    }
}
