namespace Cairn.Schema.Dialects.MySql.Snapshots.Texts;

/// <summary>What a piece of a statement is.</summary>
internal enum SqlTokenKind
{
    /// <summary>A keyword, a bare name or a number.</summary>
    Word,

    /// <summary>A quoted name.</summary>
    Quoted,

    /// <summary>A text between quotes.</summary>
    String,

    /// <summary>A comment; of one that the server executes only its two ends.</summary>
    Comment,

    /// <summary>Any other character.</summary>
    Symbol,
}

/// <summary>A piece of a statement.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="Text">The text, of a quoted name without the quotes.</param>
/// <param name="End">Where what follows begins.</param>
internal readonly record struct SqlToken(SqlTokenKind Kind, int Start, string Text, int End)
{
    public bool IsName => Kind is SqlTokenKind.Word or SqlTokenKind.Quoted;

    public bool IsWord(string word) => Kind == SqlTokenKind.Word && Text.Equals(word, StringComparison.OrdinalIgnoreCase);

    public bool IsSymbol(char symbol) => Kind == SqlTokenKind.Symbol && Text[0] == symbol;
}
