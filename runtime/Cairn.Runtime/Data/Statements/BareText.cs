using System.Text;

namespace Cairn.Runtime.Data.Statements;

/// <summary>
/// What is left of a statement when its comments are blanks and its quoted pieces, texts and names alike, are empty: the text in which words
/// and semicolons are what they look like. Comments and quotes are found in one pass, since each may hold what looks like the other.
/// </summary>
internal static class BareText
{
    private const string EmptyQuote = "''";

    /// <summary>The bare text, without blanks around it.</summary>
    /// <param name="client">Whose rules for quotes and comments count.</param>
    /// <param name="sql">The statement.</param>
    public static string Of(Client client, string sql)
    {
        var rules = SqlRules.For(client);
        var quotes = new SqlQuotes(sql, rules);
        var bare = new StringBuilder(sql.Length);
        var at = 0;
        while (at < sql.Length)
        {
            if (rules.ConditionalComments && ConditionalStart(sql, at) is { } inside)
            {
                bare.Append(' ');
                at = inside;
            }
            else if (rules.ConditionalComments && sql.AsSpan(at).StartsWith("*/"))
            {
                bare.Append(' ');
                at += 2;
            }
            else if (quotes.CommentEnd(at) is { } afterComment)
            {
                bare.Append(' ');
                at = afterComment;
            }
            else if (quotes.QuoteEnd(at) is { } afterQuote)
            {
                bare.Append(EmptyQuote);
                at = afterQuote;
            }
            else
            {
                at = Copy(sql, at, bare);
            }
        }

        return bare.ToString().Trim();
    }

    /// <summary>A word goes in whole, so that its last letter is not taken for the beginning of <c>E'…'</c> nor a dollar in it for a quote.</summary>
    private static int Copy(string sql, int at, StringBuilder bare)
    {
        var end = at + 1;
        while (SqlQuotes.IsWordStart(sql[at]) && end < sql.Length && SqlQuotes.IsWordPart(sql[end]))
        {
            end++;
        }

        bare.Append(sql, at, end - at);
        return end;
    }

    /// <summary>Where the text of <c>/*!50000 … */</c> or <c>/*M! … */</c> begins, which the server runs; null for anything else.</summary>
    private static int? ConditionalStart(string sql, int at)
    {
        var rest = sql.AsSpan(at);
        var mark = rest.StartsWith("/*!") ? 3 : rest.StartsWith("/*M!") ? 4 : 0;
        if (mark == 0)
        {
            return null;
        }

        while (mark < rest.Length && char.IsAsciiDigit(rest[mark]))
        {
            mark++;
        }

        return at + mark;
    }
}
