namespace Cairn.Runtime.Telemetry.Texts;

/// <summary>What a piece of a statement is.</summary>
internal enum TokenKind
{
    /// <summary>A word: of the language, or a plain name.</summary>
    Word,

    /// <summary>A quoted name.</summary>
    Name,

    /// <summary>A text, a number or a truth value.</summary>
    Literal,

    /// <summary>Anything else: punctuation, an operator, a parameter.</summary>
    Mark,

    /// <summary>From here on it hangs on the server's settings what is text and what is not.</summary>
    Unsure,
}

/// <summary>A piece of a statement.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">As it stands there; a question mark for a literal.</param>
/// <param name="AfterBlank">Whether a blank or a comment is before it.</param>
internal readonly record struct SqlToken(TokenKind Kind, string Text, bool AfterBlank)
{
    /// <summary>What stands for a literal.</summary>
    public const string Placeholder = "?";

    /// <summary>Whether it is this word, in any case.</summary>
    public bool Is(string word) => Kind is TokenKind.Word or TokenKind.Mark && Text.Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it is one of these words, in any case.</summary>
    public bool IsOneOf(IReadOnlySet<string> words) => Kind == TokenKind.Word && words.Contains(Text);
}
