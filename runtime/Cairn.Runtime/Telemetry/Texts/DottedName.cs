namespace Cairn.Runtime.Telemetry.Texts;

/// <summary>A name, with its schema where that is before it.</summary>
internal static class DottedName
{
    /// <summary>Reads it; null where none stands here.</summary>
    public static string? Read(IReadOnlyList<SqlToken> tokens, ref int at)
    {
        if (at >= tokens.Count || !IsName(tokens[at]))
        {
            return null;
        }

        var name = Plain(tokens[at++]);
        while (at + 1 < tokens.Count && tokens[at].Is(".") && IsName(tokens[at + 1]))
        {
            name += "." + Plain(tokens[at + 1]);
            at += 2;
        }

        return name;
    }

    private static bool IsName(SqlToken token) => token.Kind is TokenKind.Word or TokenKind.Name;

    /// <summary>Quotes around a name that needs none are the dialect's, and not the author's.</summary>
    private static string Plain(SqlToken token) =>
        token.Kind == TokenKind.Name && token.Text[1..^1] is { Length: > 0 } inner && inner.All(letter => char.IsLetterOrDigit(letter) || letter == '_') ? inner : token.Text;
}
