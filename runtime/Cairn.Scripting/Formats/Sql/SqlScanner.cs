using Cairn.Runtime.Data.Statements;

namespace Cairn.Scripting.Formats.Sql;

/// <summary>Walks SQL text statement by statement.</summary>
/// <param name="text">The text.</param>
/// <param name="rules">The client's rules.</param>
internal sealed class SqlScanner(string text, SqlRules rules)
{
    private readonly SqlQuotes quotes = new(text, rules);
    private string delimiter = ";";
    private int at;

    /// <summary>What was not closed at the end of the text, and where it began; null where all was.</summary>
    public (string What, int At)? Open => quotes.Open;

    private bool HasOwnDelimiter => delimiter != ";";

    /// <summary>The next statement's place, without its delimiter; null at the end.</summary>
    public (int Start, int End)? ReadStatement()
    {
        int? start = null;
        var body = new SqlBody(rules);
        while (at < text.Length)
        {
            if (start is null && TryReadDelimiter())
            {
                continue;
            }

            if (IsDelimiter() && (HasOwnDelimiter || body.IsClosed))
            {
                var end = at;
                at += delimiter.Length;
                if (start is { } first)
                {
                    return (first, end);
                }

                continue;
            }

            var from = at;
            if (Step(body))
            {
                start ??= from;
            }
        }

        return start is { } rest ? (rest, text.Length) : null;
    }

    // Goes past one blank, comment, quote, word or sign; false for what is no part of a statement.
    private bool Step(SqlBody body)
    {
        if (char.IsWhiteSpace(text[at]))
        {
            at++;
            return false;
        }

        if (quotes.CommentEnd(at) is { } afterComment)
        {
            // Hints and conditional comments are for the server.
            var counts = at + 2 < text.Length && text[at] == '/' && (text[at + 2] is '!' or '+' || rules.HashComments && text.AsSpan(at + 2).StartsWith("M!"));
            at = afterComment;
            return counts;
        }

        if (quotes.QuoteEnd(at) is { } afterQuote)
        {
            at = afterQuote;
            body.Quote();
            return true;
        }

        if (SqlQuotes.IsWordStart(text[at]))
        {
            var from = at;
            while (at < text.Length && SqlQuotes.IsWordPart(text[at]) && !(HasOwnDelimiter && IsDelimiter()))
            {
                at++;
            }

            body.Word(text[from..at]);
            return true;
        }

        body.Sign(text[at]);
        at++;
        return true;
    }

    private bool IsDelimiter() => string.CompareOrdinal(text, at, delimiter, 0, delimiter.Length) == 0;

    private bool TryReadDelimiter()
    {
        const string Command = "DELIMITER";
        if (!rules.Delimiters
            || at + Command.Length >= text.Length
            || string.Compare(text, at, Command, 0, Command.Length, StringComparison.OrdinalIgnoreCase) != 0
            || text[at + Command.Length] is not (' ' or '\t'))
        {
            return false;
        }

        var end = text.AsSpan(at).IndexOfAny('\r', '\n');
        var line = text.AsSpan(at, end < 0 ? text.Length - at : end);
        var word = line[Command.Length..].Trim();
        var blank = word.IndexOfAny(' ', '\t');
        word = blank < 0 ? word : word[..blank];
        delimiter = word.IsEmpty ? delimiter : word.ToString();
        at += line.Length;
        return true;
    }
}
