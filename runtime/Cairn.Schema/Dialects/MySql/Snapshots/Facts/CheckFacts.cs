using System.Text.RegularExpressions;
using Cairn.Schema.Dialects.MySql.Snapshots.Reading;
using Cairn.Schema.Dialects.MySql.Snapshots.Texts;
using Cairn.Schema.Inspection;
using Cairn.Schema.Snapshots;

namespace Cairn.Schema.Dialects.MySql.Snapshots.Facts;

/// <summary>The checks of a table; those in a column's definition are facts of the column, those of a period are the period's.</summary>
internal static partial class CheckFacts
{
    public static IEnumerable<SnapshotObject> Of(TableRows table, OwnDatabase own, MySqlCatalogue catalogue) => table.Checks
        .Where(row => row.Text("level") == "Table" && table.Text?.Periods.Any(period => period.Name == row.Text("name")) != true)
        .Select(row => Check(table, row, table.Declared(own.Without(catalogue.Unescape(row.Text("expression")!)))));

    private static SnapshotObject Check(TableRows table, CatalogueRow row, string expression) =>
        new(ObjectKind.Check, IsOfServer(table.Name, row.Text("name")!) ? Expressions.InParentheses(expression) : row.Text("name")!)
        {
            Facts = new FactList()
                .Say(FactNames.Expression, expression)
                .Say(MySqlFacts.Enforced, row.Text("enforced") == "NO" ? "no" : null)
                .All,
        };

    private static bool IsOfServer(string table, string name) =>
        (name.StartsWith(table + "_chk_", StringComparison.OrdinalIgnoreCase) && name.AsSpan(table.Length + 5).IndexOfAnyExceptInRange('0', '9') < 0) || Unnamed().IsMatch(name);

    [GeneratedRegex(@"^CONSTRAINT_\d+$")]
    private static partial Regex Unnamed();
}
