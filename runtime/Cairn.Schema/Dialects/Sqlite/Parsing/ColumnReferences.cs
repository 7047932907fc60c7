using System.Text;

namespace Cairn.Schema.Dialects.Sqlite.Parsing;

/// <summary>Finds the columns in an expression over one table: a check, a default, a generated column, an index.</summary>
internal static class ColumnReferences
{
    private static readonly HashSet<string> Reserved = new(SqliteNames.Comparer)
    {
        "ADD", "ALL", "ALTER", "AND", "AS", "AUTOINCREMENT", "BETWEEN", "CASE", "CHECK", "COLLATE", "COMMIT", "CONSTRAINT", "CREATE", "DEFAULT",
        "DEFERRABLE", "DELETE", "DISTINCT", "DROP", "ELSE", "ESCAPE", "EXISTS", "FOREIGN", "FROM", "GROUP", "HAVING", "IN", "INDEX", "INSERT",
        "INTO", "IS", "ISNULL", "JOIN", "LIMIT", "NOT", "NOTHING", "NOTNULL", "NULL", "ON", "OR", "ORDER", "PRIMARY", "REFERENCES", "SELECT",
        "SET", "TABLE", "THEN", "TO", "TRANSACTION", "UNION", "UNIQUE", "UPDATE", "USING", "VALUES", "WHEN", "WHERE",
    };

    private static readonly HashSet<string> Constants = new(SqliteNames.Comparer)
    {
        "CURRENT_DATE", "CURRENT_TIME", "CURRENT_TIMESTAMP", "TRUE", "FALSE", "ROWID", "_ROWID_", "OID",
    };

    /// <summary>The names of all columns that the expression may mention.</summary>
    public static IReadOnlySet<string> In(string expression) =>
        Find(expression).Select(token => token.Name).ToHashSet(SqliteNames.Comparer);

    /// <summary>The names that can only be columns: neither in double quotes, where SQLite may take them for strings, nor words of its own.</summary>
    public static IEnumerable<string> Certain(string expression) =>
        Find(expression).Where(token => !(token.Kind == TokenKind.Word ? Constants.Contains(token.Raw) : expression[token.Start] == '"')).Select(token => token.Name);

    /// <summary>The expression with other column names.</summary>
    public static string Rename(string expression, IReadOnlyDictionary<string, string> names)
    {
        if (names.Count == 0)
        {
            return expression;
        }

        var text = new StringBuilder();
        var end = 0;
        foreach (var token in Find(expression))
        {
            if (names.TryGetValue(token.Name, out var name))
            {
                text.Append(expression, end, token.Start - end).Append(SqliteNames.Quote(name));
                end = token.End;
            }
        }

        return text.Append(expression, end, expression.Length - end).ToString();
    }

    /// <summary>The expression without the table's name before its columns: <c>t.a &gt; 0</c> becomes <c>a &gt; 0</c>.</summary>
    public static string Unqualify(string expression, string table)
    {
        var tokens = SqlTokenizer.Tokenize(expression);
        var text = new StringBuilder();
        var end = 0;
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            if (tokens[i].Kind is TokenKind.Word or TokenKind.Quoted && tokens[i + 1].Is('.')
                && SqliteNames.Same(tokens[i].Name, table))
            {
                text.Append(expression, end, tokens[i].Start - end);
                end = tokens[i + 1].End;
            }
        }

        return text.Append(expression, end, expression.Length - end).ToString();
    }

    private static IEnumerable<SqlToken> Find(string expression)
    {
        // Two operands never stand side by side, so a word right behind an operand is an operator (LIKE, DESC, END …),
        // even where a column has that name.
        var tokens = SqlTokenizer.Tokenize(expression);
        var isBehindOperand = false;
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Kind is not (TokenKind.Word or TokenKind.Quoted))
            {
                isBehindOperand = token.Kind is TokenKind.Text or TokenKind.Literal || token.Is(')');
            }
            else if (token.Kind == TokenKind.Word && Reserved.Contains(token.Raw))
            {
                isBehindOperand = token.Is("NULL") || token.Is("ISNULL") || token.Is("NOTNULL");
            }
            else if (i > 0 && (tokens[i - 1].Is("COLLATE") || tokens[i - 1].Is("AS")))
            {
                isBehindOperand = true;
            }
            else if (isBehindOperand)
            {
                isBehindOperand = token.Is("END") || token.Is("ASC") || token.Is("DESC");
            }
            else if (i + 1 < tokens.Count && (tokens[i + 1].Is('(') || tokens[i + 1].Is('.')))
            {
                isBehindOperand = false;
            }
            else
            {
                isBehindOperand = true;
                yield return token;
            }
        }
    }
}
