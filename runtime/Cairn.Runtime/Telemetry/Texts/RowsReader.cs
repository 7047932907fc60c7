namespace Cairn.Runtime.Telemetry.Texts;

/// <summary>Reads a statement about rows: its own operation, the queries in it, and the tables of each.</summary>
internal sealed class RowsReader(
    IReadOnlyList<SqlToken> tokens, List<SummaryPart> parts, IReadOnlySet<string> endFrom, IReadOnlySet<string> targetWords, IReadOnlySet<string> fillers)
{
    /// <summary>For each open parenthesis whether a query is in it, and whether that is in its list of tables: <c>extract(year from x)</c> names no table.</summary>
    private readonly Stack<(bool IsQuery, bool InFrom)> levels = new();

    public void Read(ref int at)
    {
        var first = at;
        levels.Push((true, false));
        for (; at < tokens.Count && !tokens[at].Is(";"); at++)
        {
            var token = tokens[at];
            if (token.Is("("))
            {
                levels.Push((false, false));
            }
            else if (token.Is(")") && levels.Count > 1)
            {
                levels.Pop();
            }
            else if (IsOperation(at, first))
            {
                parts.Add(new SummaryPart(token.Text, IsOperation: true, IsTable: false));
                Level(isQuery: true, inFrom: false);
                if (token.Is("UPDATE"))
                {
                    AddTarget(ref at);
                }
            }
            else if (levels.Peek().IsQuery && IsBeforeTarget(at))
            {
                Level(isQuery: true, inFrom: !token.Is("INTO"));
                AddTarget(ref at);
            }
            else if (token.IsOneOf(endFrom))
            {
                Level(levels.Peek().IsQuery, inFrom: false);
            }
        }
    }

    private bool IsOperation(int at, int first)
    {
        var token = tokens[at];
        return token.Is("SELECT") || (at == first && !token.Is("WITH"))
            || ((token.Is("INSERT") || token.Is("UPDATE") || token.Is("DELETE")) && at > first && (tokens[at - 1].Is("(") || tokens[at - 1].Is(")")));
    }

    private bool IsBeforeTarget(int at) => tokens[at].Is(",")
        ? levels.Peek().InFrom
        : tokens[at].IsOneOf(targetWords) && !tokens[at - 1].Is("DISTINCT");

    private void Level(bool isQuery, bool inFrom)
    {
        levels.Pop();
        levels.Push((isQuery, inFrom));
    }

    /// <summary>Adds the table after the word that stands here, and stays at its last piece; a function that gives rows is none.</summary>
    private void AddTarget(ref int at)
    {
        var next = at + 1;
        while (next < tokens.Count && tokens[next].IsOneOf(fillers))
        {
            next++;
        }

        var isInto = tokens[at].Is("INTO");
        if (DottedName.Read(tokens, ref next) is { } name && (isInto || next >= tokens.Count || !tokens[next].Is("(")))
        {
            parts.Add(new SummaryPart(name, IsOperation: false, IsTable: true));
            at = next - 1;
        }
    }
}
