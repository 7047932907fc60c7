using System.Text;

namespace Cairn.Schema.Dialects.Sqlite.Parsing;

/// <summary>
/// One way to write what may be written in many: without comments, with single spaces, keywords in capitals, names as they were declared and quoted only where they must be. For comparing, not
/// for running.
/// </summary>
/// <param name="names">The names that the text may speak of, as they were declared.</param>
internal sealed class CanonicalSql(IEnumerable<string> names)
{
    private readonly HashSet<string> names = new(names, SqliteNames.Comparer);

    /// <summary>The text in its one way.</summary>
    /// <param name="sql">A statement, or a part of one.</param>
    public string Of(string sql) => Join(SqlTokenizer.Tokenize(sql));

    /// <summary>An expression in its one way, without brackets around the whole.</summary>
    /// <param name="sql">The expression.</param>
    public string OfExpression(string sql)
    {
        var tokens = SqlTokenizer.Tokenize(sql);
        while (tokens.Count > 2 && Closes(tokens) == tokens.Count - 1)
        {
            tokens = tokens[1..^1];
        }

        return Join(tokens);
    }

    /// <summary>A declared type: words in capitals.</summary>
    /// <param name="type">The type as it is written; empty where there is none.</param>
    public string OfType(string type) => Of(type).ToUpperInvariant();

    /// <summary>Where the bracket closes that the text begins with, or -1.</summary>
    private static int Closes(List<SqlToken> tokens)
    {
        var depth = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            depth += tokens[i].Is('(') ? 1 : tokens[i].Is(')') ? -1 : 0;
            if (depth == 0)
            {
                return i == 0 ? -1 : i;
            }
        }

        return -1;
    }

    private string Join(List<SqlToken> tokens)
    {
        var text = new StringBuilder();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (i > 0 && HasSpace(tokens[i - 1], tokens[i]))
            {
                text.Append(' ');
            }

            text.Append(Write(tokens[i], isCall: i + 1 < tokens.Count && tokens[i + 1].Is('(')));
        }

        return text.ToString();
    }

    private static bool HasSpace(SqlToken before, SqlToken token)
    {
        if (before.Is('(') || before.Is('.') || token.Is(')') || token.Is(',') || token.Is('.') || token.Is(';'))
        {
            return false;
        }

        var isName = before.Kind == TokenKind.Quoted || (before.Kind == TokenKind.Word && !SqliteKeywords.Contains(before.Raw));
        return !(token.Is('(') && isName);
    }

    private string Write(SqlToken token, bool isCall) => token.Kind switch
    {
        TokenKind.Word => Word(token.Raw, isCall),
        TokenKind.Quoted => Quoted(token),
        TokenKind.Symbol when token.Raw == "==" => "=",
        TokenKind.Symbol when token.Raw == "!=" => "<>",
        _ => token.Raw,
    };

    private string Word(string word, bool isCall)
    {
        var isName = names.TryGetValue(word, out var declared);
        return SqliteKeywords.Contains(word) ? (isName ? word : word.ToUpperInvariant())
            : isName ? declared!
            : isCall || IsRowOfTrigger(word) ? word.ToLowerInvariant()
            : word;
    }

    private static bool IsRowOfTrigger(string word) => word.Equals("old", StringComparison.OrdinalIgnoreCase) || word.Equals("new", StringComparison.OrdinalIgnoreCase);

    /// <summary>What stands in double quotes and is no name is a string, whatever it looks like.</summary>
    private string Quoted(SqlToken token)
    {
        var isName = names.TryGetValue(token.Name, out var declared);
        if (!isName && token.Sql[token.Start] == '"')
        {
            return token.Raw;
        }

        var name = declared ?? token.Name;
        var isPlain = name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') && !SqliteKeywords.Contains(name);
        return isPlain ? name : SqliteNames.Quote(name);
    }
}
