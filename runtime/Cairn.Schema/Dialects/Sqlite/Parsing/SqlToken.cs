namespace Cairn.Schema.Dialects.Sqlite.Parsing;

/// <summary>What a token of SQLite's SQL is.</summary>
internal enum TokenKind
{
    /// <summary>A keyword or an unquoted identifier.</summary>
    Word,

    /// <summary>An identifier in <c>"…"</c>, <c>`…`</c> or <c>[…]</c>.</summary>
    Quoted,

    /// <summary>A string in single quotes (which SQLite also takes for a name where only a name can stand).</summary>
    Text,

    /// <summary>A number, a blob literal or a parameter.</summary>
    Literal,

    /// <summary>An operator or a bracket.</summary>
    Symbol,
}

/// <summary>One token and where it stands; white space and comments are the gaps between tokens.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Sql">The whole text.</param>
/// <param name="Start">The index of its first character.</param>
/// <param name="End">The index behind its last character.</param>
internal readonly record struct SqlToken(TokenKind Kind, string Sql, int Start, int End)
{
    /// <summary>As it is written.</summary>
    public string Raw => Sql[Start..End];

    /// <summary>Whether it can be a name.</summary>
    public bool IsName => Kind is TokenKind.Word or TokenKind.Quoted or TokenKind.Text;

    /// <summary>The name that it stands for.</summary>
    public string Name => Kind switch
    {
        TokenKind.Quoted when Sql[Start] == '[' => Sql[(Start + 1)..(End - 1)],
        TokenKind.Quoted or TokenKind.Text => Unquoted(),
        _ => Raw,
    };

    /// <summary>Whether it is this keyword.</summary>
    public bool Is(string keyword) => Kind == TokenKind.Word && Raw.Equals(keyword, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it is this symbol.</summary>
    public bool Is(char symbol) => Kind == TokenKind.Symbol && End == Start + 1 && Sql[Start] == symbol;

    private string Unquoted()
    {
        var quote = Sql[Start].ToString();
        return Sql[(Start + 1)..(End - 1)].Replace(quote + quote, quote, StringComparison.Ordinal);
    }
}
