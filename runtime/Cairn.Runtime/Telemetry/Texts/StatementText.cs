using System.Text;

namespace Cairn.Runtime.Telemetry.Texts;

/// <summary>A statement as it may be shown to anybody: without literals and comments, on one line, and not too long.</summary>
internal static class StatementText
{
    /// <summary>The most letters that are shown.</summary>
    public const int Longest = 1000;

    private const char LeftOut = '…';

    /// <summary>Of a statement about accounts or settings, whose values need no quotes, no more than these first words are shown.</summary>
    private const int GuardedWords = 3;

    private static readonly HashSet<string> Settings =
        new(["SET", "PRAGMA", "ATTACH", "CHANGE", "START"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Accounts =
        new(["USER", "ROLE", "GROUP", "LOGIN", "SERVER", "SUBSCRIPTION", "SYSTEM", "DATABASE", "FUNCTION", "PROCEDURE", "ROUTINE"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The text; it ends with … where something was left out.</summary>
    public static string Of(IEnumerable<SqlToken> tokens)
    {
        var text = new StringBuilder();
        var statement = new List<SqlToken>(GuardedWords);
        var words = 0;
        foreach (var token in tokens)
        {
            if (token.Kind == TokenKind.Unsure || text.Length + token.Text.Length >= Longest || (words >= GuardedWords && IsGuarded(statement) && token.Text != ";"))
            {
                return text.Append(LeftOut).ToString();
            }

            if (token.AfterBlank && text.Length > 0)
            {
                text.Append(' ');
            }

            text.Append(token.Text);
            words++;
            if (token.Text == ";")
            {
                words = 0;
                statement.Clear();
            }
            else if (statement.Count < GuardedWords)
            {
                statement.Add(token);
            }

            if (token.Is("IDENTIFIED"))
            {
                return text.Append(LeftOut).ToString();
            }
        }

        return text.ToString();
    }

    private static bool IsGuarded(List<SqlToken> statement) =>
        statement[0].IsOneOf(Settings) || ((statement[0].Is("ALTER") || statement[0].Is("CREATE")) && statement[1].IsOneOf(Accounts) && !IsBody(statement));

    /// <summary>CREATE FUNCTION and its like have their values in quotes.</summary>
    private static bool IsBody(List<SqlToken> statement) =>
        statement[0].Is("CREATE") && (statement[1].Is("FUNCTION") || statement[1].Is("PROCEDURE") || statement[1].Is("DATABASE"));
}
