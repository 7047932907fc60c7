using Cairn.Runtime.Data.Statements;

namespace Cairn.Scripting.Formats.Sql;

/// <summary>Follows one statement's words, to know whether a delimiter would be inside a body (<c>BEGIN … END</c>) or in parentheses.</summary>
/// <param name="rules">The client's rules.</param>
internal sealed class SqlBody(SqlRules rules)
{
    // The first of these decides what a CREATE makes, so that a table named "event" makes no body.
    private static readonly string[] Kinds =
    [
        "TABLE", "VIEW", "INDEX", "DATABASE", "SCHEMA", "USER", "ROLE", "SEQUENCE", "SERVER", "EXTENSION", "TYPE", "DOMAIN", "RULE", "POLICY", "AGGREGATE",
        "TRIGGER", "PROCEDURE", "FUNCTION", "EVENT",
    ];

    private static readonly string[] ProceduralBlocks = ["IF", "LOOP", "WHILE", "REPEAT", "FOR"];

    private string? first;
    private string? kind;
    private string last = "";
    private int words;
    private int depth;
    private int parentheses;
    private bool closed;

    /// <summary>Whether a delimiter here ends the statement.</summary>
    public bool IsClosed => depth == 0 && (!rules.Parentheses || parentheses == 0);

    private bool HasBody => kind is not null && rules.BodyKinds.Contains(kind);

    /// <summary>Takes the next word.</summary>
    public void Word(string word)
    {
        var upper = word.ToUpperInvariant();
        words++;
        first ??= upper;
        if (kind is null && first is "CREATE" or "ALTER" && Kinds.Contains(upper))
        {
            // A function that is one (CREATE AGGREGATE FUNCTION on MySQL) is told by the word after.
            kind = upper == "AGGREGATE" && rules.Procedural ? null : upper;
        }
        else if (words == 2 && first == "BEGIN" && upper == "NOT" && rules.Procedural)
        {
            // BEGIN NOT ATOMIC … END: a body without a name (MariaDB).
            kind = "PROCEDURE";
            depth = 1;
        }
        else if (HasBody)
        {
            Follow(upper);
        }

        last = upper;
    }

    /// <summary>Takes a quoted piece.</summary>
    public void Quote() => last = "";

    /// <summary>Takes a sign.</summary>
    public void Sign(char sign)
    {
        parentheses += sign switch { '(' => 1, ')' when parentheses > 0 => -1, _ => 0 };

        // "new.end" and "@begin" are names.
        last = sign is '.' or '@' ? "." : "";
    }

    private void Follow(string word)
    {
        if (last == ".")
        {
            return;
        }

        if (closed && last == "END" && rules.Procedural && (word == "CASE" || ProceduralBlocks.Contains(word)))
        {
            // END IF and its like close what did not open a body; END CASE was counted by its END.
            depth += word == "CASE" ? 0 : 1;
        }
        else if (Opens(word) || word == "CASE" && depth > 0)
        {
            depth++;
        }
        else if (word == "END" && depth > 0)
        {
            depth--;
            closed = true;
            return;
        }

        closed = false;
    }

    // Bodies of procedures have blocks in blocks; where there is only one BEGIN, a second is a column's name.
    private bool Opens(string word) =>
        rules.AtomicBodies
            ? word == "ATOMIC" && last == "BEGIN"
            : word == "BEGIN" && (rules.Procedural || depth == 0);
}
