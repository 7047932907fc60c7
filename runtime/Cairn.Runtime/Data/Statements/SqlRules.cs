namespace Cairn.Runtime.Data.Statements;

/// <summary>How a database's client reads SQL text, as far as splitting it and telling its statements apart need it.</summary>
internal sealed record SqlRules
{
    /// <summary>Backslash escapes in every <c>'…'</c> and <c>"…"</c>.</summary>
    public bool Backslashes { get; init; }

    /// <summary>Backslash escapes in <c>E'…'</c>.</summary>
    public bool EscapeStrings { get; init; }

    /// <summary><c>`name`</c>.</summary>
    public bool Backticks { get; init; }

    /// <summary><c>[name]</c>.</summary>
    public bool Brackets { get; init; }

    /// <summary><c>$tag$ … $tag$</c>.</summary>
    public bool DollarQuotes { get; init; }

    /// <summary><c>/* … /* … */ … */</c>.</summary>
    public bool NestedComments { get; init; }

    /// <summary><c># …</c>, and <c>-- …</c> only with a blank after it.</summary>
    public bool HashComments { get; init; }

    /// <summary><c>/*! … */</c> is no comment: the server runs what is in it.</summary>
    public bool ConditionalComments { get; init; }

    /// <summary>No statement ends inside parentheses.</summary>
    public bool Parentheses { get; init; }

    /// <summary><c>DELIMITER //</c>.</summary>
    public bool Delimiters { get; init; }

    /// <summary>What <c>CREATE</c> may make that has a body of statements.</summary>
    public IReadOnlyList<string> BodyKinds { get; init; } = [];

    /// <summary>Whether a body has <c>IF … END IF</c>, <c>LOOP … END LOOP</c> and their like.</summary>
    public bool Procedural { get; init; }

    /// <summary>A body begins with <c>BEGIN ATOMIC</c>.</summary>
    public bool AtomicBodies { get; init; }

    private static readonly SqlRules Sqlite = new() { Backticks = true, Brackets = true, BodyKinds = ["TRIGGER"] };

    private static readonly SqlRules Postgres = new()
    {
        EscapeStrings = true,
        DollarQuotes = true,
        NestedComments = true,
        Parentheses = true,
        AtomicBodies = true,
        BodyKinds = ["FUNCTION", "PROCEDURE"],
    };

    private static readonly SqlRules MySql = new()
    {
        Backslashes = true,
        Backticks = true,
        HashComments = true,
        ConditionalComments = true,
        Delimiters = true,
        Procedural = true,
        BodyKinds = ["TRIGGER", "PROCEDURE", "FUNCTION", "EVENT"],
    };

    /// <summary>The rules of a database.</summary>
    public static SqlRules For(Client client) => client switch
    {
        Client.Sqlite => Sqlite,
        Client.Postgres => Postgres,
        _ => MySql,
    };
}
