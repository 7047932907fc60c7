namespace Cairn.Schema.Dialects.Sqlite.Parsing;

/// <summary>Walks over a text's tokens.</summary>
/// <param name="sql">The text.</param>
internal sealed class TokenReader(string sql)
{
    private readonly List<SqlToken> tokens = SqlTokenizer.Tokenize(sql);

    /// <summary>The whole text.</summary>
    public string Sql => sql;

    /// <summary>The index of the next token.</summary>
    public int Position { get; set; }

    /// <summary>Whether all tokens are read.</summary>
    public bool AtEnd => Position >= tokens.Count;

    /// <summary>The next token's start, or the text's end.</summary>
    public int NextStart => AtEnd ? sql.Length : tokens[Position].Start;

    /// <summary>The end of the token that was read last.</summary>
    public int LastEnd => Position == 0 ? 0 : tokens[Position - 1].End;

    /// <summary>The next token.</summary>
    /// <exception cref="FormatException">The text is at its end.</exception>
    public SqlToken Peek(int ahead = 0) =>
        Position + ahead < tokens.Count ? tokens[Position + ahead] : throw new FormatException("The text ends too early.");

    /// <summary>Whether these keywords come next.</summary>
    public bool Sees(params ReadOnlySpan<string> keywords)
    {
        if (Position + keywords.Length > tokens.Count)
        {
            return false;
        }

        for (var i = 0; i < keywords.Length; i++)
        {
            if (!tokens[Position + i].Is(keywords[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether this symbol comes next.</summary>
    public bool Sees(char symbol) => !AtEnd && tokens[Position].Is(symbol);

    /// <summary>Reads these keywords where they come next.</summary>
    public bool Accept(params ReadOnlySpan<string> keywords)
    {
        var sees = Sees(keywords);
        Position += sees ? keywords.Length : 0;
        return sees;
    }

    /// <summary>Reads this symbol where it comes next.</summary>
    public bool Accept(char symbol)
    {
        var sees = Sees(symbol);
        Position += sees ? 1 : 0;
        return sees;
    }

    /// <summary>Reads a keyword that must come next.</summary>
    public void Expect(string keyword)
    {
        if (!Accept(keyword))
        {
            throw new FormatException($"{keyword} was expected at {NextStart}.");
        }
    }

    /// <summary>Reads a symbol that must come next.</summary>
    public void Expect(char symbol)
    {
        if (!Accept(symbol))
        {
            throw new FormatException($"{symbol} was expected at {NextStart}.");
        }
    }

    /// <summary>Reads any token.</summary>
    public SqlToken Take()
    {
        var token = Peek();
        Position++;
        return token;
    }

    /// <summary>Reads a name.</summary>
    public SqlToken TakeName() => Peek().IsName ? Take() : throw new FormatException($"A name was expected at {NextStart}.");

    /// <summary>Reads a name with or without a schema; gives the name.</summary>
    public SqlToken TakeQualifiedName()
    {
        var name = TakeName();
        return Accept('.') ? TakeName() : name;
    }

    /// <summary>Reads what stands between a bracket, which must come next, and its partner; gives it without the two.</summary>
    public string TakeParenthesized()
    {
        Expect('(');
        var start = LastEnd;
        for (var depth = 1; depth > 0;)
        {
            var token = Take();
            depth += token.Is('(') ? 1 : token.Is(')') ? -1 : 0;
        }

        return sql[start..(LastEnd - 1)];
    }
}
