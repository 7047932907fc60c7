namespace Cairn.Runtime.Data.Statements;

/// <summary>Knows where comments and quoted pieces end.</summary>
/// <param name="text">The text.</param>
/// <param name="rules">The client's rules.</param>
internal sealed class SqlQuotes(string text, SqlRules rules)
{
    /// <summary>The piece that had no end, and where it began; null where all had one.</summary>
    public (string What, int At)? Open { get; private set; }

    /// <summary>Whether a word may begin with this letter.</summary>
    public static bool IsWordStart(char letter) => char.IsLetter(letter) || letter == '_';

    /// <summary>Whether a word may have this letter in it.</summary>
    public static bool IsWordPart(char letter) => char.IsLetterOrDigit(letter) || letter is '_' or '$';

    /// <summary>Where the comment that begins here ends; null where none begins.</summary>
    public int? CommentEnd(int at)
    {
        var rest = text.AsSpan(at);
        if (rest.StartsWith("/*"))
        {
            return BlockEnd(at);
        }

        // MySQL takes "--1" for two signs and a number.
        var isLine = rest.StartsWith("--") && (!rules.HashComments || rest.Length == 2 || char.IsWhiteSpace(rest[2]) || char.IsControl(rest[2]));
        if (!isLine && !(rules.HashComments && rest[0] == '#'))
        {
            return null;
        }

        var end = rest.IndexOfAny('\n', '\r');
        return end < 0 ? text.Length : at + end;
    }

    /// <summary>Where the quoted piece that begins here ends; null where none begins.</summary>
    public int? QuoteEnd(int at)
    {
        var first = text[at];
        return first switch
        {
            '\'' => Quoted(at, '\'', rules.Backslashes),
            '"' => Quoted(at, '"', rules.Backslashes),
            '`' when rules.Backticks => Quoted(at, '`', backslashes: false),
            '[' when rules.Brackets => Found(text.IndexOf(']', at + 1), 1, "a name in [ ]", at),
            'E' or 'e' when rules.EscapeStrings && at + 1 < text.Length && text[at + 1] == '\'' => Quoted(at + 1, '\'', backslashes: true),
            '$' when rules.DollarQuotes => Dollar(at),
            _ => null,
        };
    }

    private int BlockEnd(int at)
    {
        var depth = 1;
        var position = at + 2;
        while (position < text.Length)
        {
            var rest = text.AsSpan(position);
            if (rest.StartsWith("*/"))
            {
                position += 2;
                if (--depth == 0)
                {
                    return position;
                }
            }
            else if (rules.NestedComments && rest.StartsWith("/*"))
            {
                depth++;
                position += 2;
            }
            else
            {
                position++;
            }
        }

        return Found(-1, 0, "a comment /*", at);
    }

    private int Quoted(int at, char quote, bool backslashes)
    {
        for (var position = at + 1; position < text.Length; position++)
        {
            if (backslashes && text[position] == '\\')
            {
                position++;
            }
            else if (text[position] == quote)
            {
                if (position + 1 < text.Length && text[position + 1] == quote)
                {
                    position++;
                }
                else
                {
                    return position + 1;
                }
            }
        }

        return Found(-1, 0, $"a quote {quote}", at);
    }

    private int? Dollar(int at)
    {
        var end = at + 1;
        while (end < text.Length && IsWordPart(text[end]) && text[end] != '$')
        {
            end++;
        }

        // $1 is a parameter and no tag.
        if (end >= text.Length || text[end] != '$' || char.IsDigit(text[at + 1]))
        {
            return null;
        }

        var tag = text[at..(end + 1)];
        return Found(text.IndexOf(tag, end + 1, StringComparison.Ordinal), tag.Length, $"a quote {tag}", at);
    }

    private int Found(int index, int length, string what, int at)
    {
        if (index >= 0)
        {
            return index + length;
        }

        Open ??= (what, at);
        return text.Length;
    }
}
