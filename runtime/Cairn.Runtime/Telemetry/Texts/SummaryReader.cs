namespace Cairn.Runtime.Telemetry.Texts;

/// <summary>Finds operations and what they are about. It knows the beginnings of statements, and <c>FROM</c>, <c>JOIN</c> and <c>INTO</c>; what it does not know it leaves out.</summary>
internal sealed class SummaryReader(IReadOnlyList<SqlToken> tokens, List<SummaryPart> parts)
{
    private static readonly HashSet<string> Rows = Set("SELECT", "INSERT", "UPDATE", "DELETE", "REPLACE", "MERGE", "WITH");
    private static readonly HashSet<string> Changes = Set("CREATE", "ALTER", "DROP");
    private static readonly HashSet<string> Modifiers =
        Set("OR", "REPLACE", "TEMP", "TEMPORARY", "UNIQUE", "UNLOGGED", "VIRTUAL", "MATERIALIZED", "FULLTEXT", "SPATIAL", "GLOBAL", "LOCAL", "RECURSIVE", "ONLINE", "OFFLINE");

    private static readonly HashSet<string> Tables = Set("TABLE", "VIEW");
    private static readonly HashSet<string> OnTables = Set("INDEX", "TRIGGER", "POLICY", "RULE");
    private static readonly HashSet<string> Others = Set("FUNCTION", "PROCEDURE", "SEQUENCE", "SCHEMA", "DATABASE", "TYPE", "EXTENSION", "DOMAIN", "EVENT", "USER", "ROLE", "SYSTEM", "SERVER", "SUBSCRIPTION");
    private static readonly HashSet<string> Fillers =
        Set("IF", "NOT", "EXISTS", "ONLY", "CONCURRENTLY", "TABLE", "INTO", "FROM", "IGNORE", "LOW_PRIORITY", "HIGH_PRIORITY", "DELAYED", "QUICK", "OR", "REPLACE", "ABORT", "ROLLBACK", "FAIL");

    private static readonly HashSet<string> EndFrom = Set("WHERE", "GROUP", "ORDER", "HAVING", "LIMIT", "SET", "UNION", "INTERSECT", "EXCEPT", "RETURNING", "WINDOW", "OFFSET", "VALUES");
    private static readonly HashSet<string> TargetWords = Set("FROM", "JOIN", "INTO", "STRAIGHT_JOIN");

    private int at;

    /// <summary>How many statements there are; more than those that were told apart, where the rest was not read.</summary>
    public int Statements { get; private set; }

    public void Read()
    {
        while (at < tokens.Count)
        {
            if (tokens[at].Is(";") || tokens[at].Is("("))
            {
                at++;
                continue;
            }

            Statements++;
            if (ReadStatement() && at < tokens.Count)
            {
                // Bodies have statements of their own: what comes after their first word is no list of statements.
                Statements++;
                return;
            }

            while (at < tokens.Count && !tokens[at].Is(";"))
            {
                at++;
            }
        }
    }

    /// <returns>Whether it is one with a body.</returns>
    private bool ReadStatement()
    {
        var first = tokens[at];
        if (first.IsOneOf(Changes))
        {
            return ReadChange();
        }

        if (first.IsOneOf(Rows))
        {
            new RowsReader(tokens, parts, EndFrom, TargetWords, Fillers).Read(ref at);
        }
        else if (first.Kind == TokenKind.Word)
        {
            at++;
            parts.Add(new SummaryPart(first.Text, IsOperation: true, IsTable: false));
            if (first.Is("TRUNCATE") || first.Is("COPY"))
            {
                AddName(isTable: true);
            }
        }

        return false;
    }

    private bool ReadChange()
    {
        var verb = tokens[at++].Text;
        while (at < tokens.Count && tokens[at].IsOneOf(Modifiers))
        {
            at++;
        }

        if (at == tokens.Count || !(tokens[at].IsOneOf(Tables) || tokens[at].IsOneOf(OnTables) || tokens[at].IsOneOf(Others)))
        {
            parts.Add(new SummaryPart(verb, IsOperation: true, IsTable: false));
            return false;
        }

        var kind = tokens[at++];
        parts.Add(new SummaryPart($"{verb} {kind.Text}", IsOperation: true, IsTable: false));
        if (kind.IsOneOf(OnTables))
        {
            while (at < tokens.Count && !tokens[at].Is(";") && !tokens[at].Is("ON"))
            {
                at++;
            }

            at++;
        }

        AddName(isTable: !kind.IsOneOf(Others));
        return !verb.Equals("DROP", StringComparison.OrdinalIgnoreCase) && (kind.Is("TRIGGER") || kind.Is("FUNCTION") || kind.Is("PROCEDURE") || kind.Is("EVENT"));
    }

    private void AddName(bool isTable)
    {
        while (at < tokens.Count && tokens[at].IsOneOf(Fillers))
        {
            at++;
        }

        if (DottedName.Read(tokens, ref at) is { } name)
        {
            parts.Add(new SummaryPart(name, IsOperation: false, isTable));
        }
    }

    private static HashSet<string> Set(params string[] words) => new(words, StringComparer.OrdinalIgnoreCase);
}
