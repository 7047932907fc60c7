using System.Data.Common;
using System.Text;
using Cairn.Schema.Dialects;

namespace Cairn.Runtime.Execution.DryRuns;

/// <summary>Writes a command's parameters into its text as literals, so that the database's own client can run it.</summary>
internal static class ParameterInliner
{
    public static string Inline(DbCommand command, Dialect dialect)
    {
        if (command.Parameters.Count == 0)
        {
            return command.CommandText;
        }

        var literals = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (DbParameter parameter in command.Parameters)
        {
            literals[parameter.ParameterName.TrimStart('@', ':', '?')] = dialect.Literal(parameter.Value is DBNull ? null : parameter.Value);
        }

        return Replace(command.CommandText, literals);
    }

    private static string Replace(string sql, Dictionary<string, string> literals)
    {
        var result = new StringBuilder(sql.Length + 50);
        var index = 0;
        while (index < sql.Length)
        {
            var skipped = Skip(sql, index);
            if (skipped > index)
            {
                result.Append(sql, index, skipped - index);
                index = skipped;
                continue;
            }

            var end = index + 1;
            while (sql[index] is '@' or ':' && end < sql.Length && (char.IsAsciiLetterOrDigit(sql[end]) || sql[end] == '_'))
            {
                end++;
            }

            var found = end > index + 1 && literals.TryGetValue(sql[(index + 1)..end], out var literal) ? literal : null;
            result.Append(found ?? sql[index..end]);
            index = end;
        }

        return result.ToString();
    }

    /// <summary>The end of the quoted text, comment or cast that begins here; the same place where none does.</summary>
    private static int Skip(string sql, int start)
    {
        var rest = sql.AsSpan(start);
        if (rest.StartsWith("--"))
        {
            return rest.IndexOf('\n') is var line && line < 0 ? sql.Length : start + line;
        }

        if (rest.StartsWith("/*"))
        {
            return rest.IndexOf("*/") is var close && close < 0 ? sql.Length : start + close + 2;
        }

        if (rest.StartsWith("::") || rest.StartsWith("@@"))
        {
            return start + 2;
        }

        if (rest[0] is not ('\'' or '"' or '`'))
        {
            return start;
        }

        var end = rest[1..].IndexOf(rest[0]);
        return end < 0 ? sql.Length : start + end + 2;
    }
}
