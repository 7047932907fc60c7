using System.Text;

namespace Cairn.Schema.Dialects.MySql.Snapshots.Texts;

/// <summary>
/// Takes the database's own name out of a text: the same structure in a database of another name is the same, and what is recreated there must not
/// reach back into this one.
/// </summary>
/// <param name="name">The database.</param>
internal sealed class OwnDatabase(string name)
{
    private static readonly string[] BeforeTables = ["from", "join", "straight_join", "into", "update", "table", "call", "ignore", "on", "references"];

    /// <summary>The text without the name in front of tables, columns and routines.</summary>
    /// <param name="sql">An expression, a query or a body.</param>
    /// <param name="mode">The SQL mode it was written under.</param>
    public string Without(string sql, string mode = "")
    {
        if (!sql.Contains(name, StringComparison.Ordinal))
        {
            return sql;
        }

        var tokens = SqlTokens.Of(sql, mode);
        var isAlsoAnother = Enumerable.Range(0, tokens.Count).Any(i => IsName(tokens[i]) && !IsBeforeDot(tokens, i) && !IsAfter(tokens, i, '.') && !IsAfter(tokens, i, '@'));
        var text = new StringBuilder();
        var copied = 0;
        for (var i = 0; i + 2 < tokens.Count; i++)
        {
            if (IsName(tokens[i]) && IsPrefix(tokens, i, isAlsoAnother))
            {
                text.Append(sql, copied, tokens[i].Start - copied);
                copied = tokens[i + 2].Start;
                i++;
            }
        }

        return text.Append(sql, copied, sql.Length - copied).ToString();
    }

    /// <summary>Where the text has a table, alias or variable of the same name too, <c>name.x</c> is taken for a column of that, unless its place says it is a table.</summary>
    private static bool IsPrefix(IReadOnlyList<SqlToken> tokens, int i, bool isAlsoAnother)
    {
        if (!IsBeforeDot(tokens, i) || IsAfter(tokens, i, '.') || IsAfter(tokens, i, '@') || IsRow(tokens[i]))
        {
            return false;
        }

        var isLong = i + 4 < tokens.Count && tokens[i + 3].IsSymbol('.') && tokens[i + 4].IsName;
        return !isAlsoAnother || isLong || (BeforeParentheses(tokens, i) is { } before && Array.Exists(BeforeTables, before.IsWord));
    }

    private static SqlToken? BeforeParentheses(IReadOnlyList<SqlToken> tokens, int i)
    {
        do
        {
            i--;
        }
        while (i >= 0 && tokens[i].IsSymbol('('));

        return i < 0 ? null : tokens[i];
    }

    private static bool IsBeforeDot(IReadOnlyList<SqlToken> tokens, int i) => i + 2 < tokens.Count && tokens[i + 1].IsSymbol('.') && (tokens[i + 2].IsName || tokens[i + 2].IsSymbol('*'));

    private static bool IsAfter(IReadOnlyList<SqlToken> tokens, int i, char symbol) => i > 0 && tokens[i - 1].IsSymbol(symbol);

    /// <summary>A trigger's NEW and OLD are the row, whatever the database is called.</summary>
    private static bool IsRow(SqlToken token) => token.IsWord("new") || token.IsWord("old");

    private bool IsName(SqlToken token) => token.IsName && token.Text == name;
}
