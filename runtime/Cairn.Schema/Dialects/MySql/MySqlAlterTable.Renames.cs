using System.Text.RegularExpressions;
using Cairn.Schema.Inspection;
using Cairn.Schema.Operations;

namespace Cairn.Schema.Dialects.MySql;

internal sealed partial class MySqlAlterTable
{
    /// <summary>The table's checks as they are by now.</summary>
    private List<CheckModel> checks = [];

    /// <summary>
    /// MySQL renames no column that a check speaks of: those checks go and come again, under their names and with the new one of the column, in the
    /// same statement, so that there is no moment without them.
    /// </summary>
    private void Rename(RenameColumn rename)
    {
        List<CheckModel> held = renderer.RenamesInChecks
            ? []
            : [.. checks.Where(check => !dropped.Contains(check.Name) && Renamed(check, rename).Expression != check.Expression)];
        Act(
            [Column(rename.From), Column(rename.To), .. held.Select(check => Key(check.Name))],
            $"RENAME COLUMN {dialect.Quote(rename.From)} TO {dialect.Quote(rename.To)}");
        actions.AddRange(held.Select(check => $"DROP CONSTRAINT {dialect.Quote(check.Name)}"));
        foreach (var check in held.Select(check => Renamed(check, rename)))
        {
            actions.Add($"ADD CONSTRAINT {dialect.Quote(check.Name)} CHECK ({check.Expression}){(check.IsEnforced ? "" : " NOT ENFORCED")}");
            checks[checks.FindIndex(other => other.Name == check.Name)] = check;
        }

        columns.Rename(rename.From, rename.To);
        renamed[rename.To] = renamed.GetValueOrDefault(rename.From, rename.From);
    }

    /// <summary>The server prints every column's name in backticks; what stands in a text's quotes is none.</summary>
    private CheckModel Renamed(CheckModel check, RenameColumn rename) => check with
    {
        Expression = TextOrName().Replace(
            check.Expression,
            match => string.Equals(match.Value, dialect.Quote(rename.From), StringComparison.OrdinalIgnoreCase) ? dialect.Quote(rename.To) : match.Value),
    };

    [GeneratedRegex(@"'(?:[^'\\]|\\.|'')*'|`(?:[^`]|``)*`", RegexOptions.Singleline)]
    private static partial Regex TextOrName();
}
