using System.Text;

namespace Cairn.Schema.Dialects.MySql.Snapshots.Texts;

/// <summary>Columns in expressions as they were declared: MySQL prints their letters as somebody wrote them there, and takes them in any case.</summary>
internal static class ColumnNames
{
    /// <param name="expression">An expression as the server prints it: its names are quoted.</param>
    /// <param name="columns">The table's columns.</param>
    public static string In(string expression, IEnumerable<string> columns)
    {
        var declared = columns.ToDictionary(name => name, StringComparer.OrdinalIgnoreCase);
        var text = new StringBuilder();
        var copied = 0;
        foreach (var token in SqlTokens.Of(expression, "").Where(token => token.Kind == SqlTokenKind.Quoted))
        {
            if (declared.TryGetValue(token.Text, out var name) && name != token.Text)
            {
                text.Append(expression, copied, token.Start - copied).Append('`').Append(name.Replace("`", "``", StringComparison.Ordinal)).Append('`');
                copied = token.End;
            }
        }

        return text.Append(expression, copied, expression.Length - copied).ToString();
    }
}
