namespace Cairn.Schema.Dialects.MySql.Snapshots.Texts;

/// <summary>Expressions in parentheses.</summary>
internal static class Expressions
{
    /// <summary>The expression with one pair of parentheses around all of it, where it has none.</summary>
    public static string InParentheses(string expression) => IsInParentheses(expression) ? expression : $"({expression})";

    private static bool IsInParentheses(string expression)
    {
        var tokens = SqlTokens.Of(expression, "");
        var depth = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            depth += tokens[i].IsSymbol('(') ? 1 : tokens[i].IsSymbol(')') ? -1 : 0;
            if (depth == 0)
            {
                return i > 0 && i == tokens.Count - 1;
            }
        }

        return false;
    }
}
