using System.Text.RegularExpressions;
using Cairn.Schema.Dialects.MySql.Snapshots.Reading;
using Cairn.Schema.Snapshots;

namespace Cairn.Schema.Dialects.MySql.Snapshots.Facts;

/// <summary>A table with all that belongs to it.</summary>
internal static partial class TableFacts
{
    /// <param name="table">The table.</param>
    /// <param name="session">Who reads.</param>
    /// <param name="catalogue">The server's words.</param>
    /// <param name="usualRule">The rule of a foreign key that the server prints where nothing was said.</param>
    public static SnapshotObject Of(TableRows table, Session session, MySqlCatalogue catalogue, string usualRule)
    {
        var columns = new ColumnFacts(table, session.Own, catalogue);
        return new SnapshotObject(ObjectKind.Table, table.Name)
        {
            Facts = Own(table),
            Children =
            [
                .. table.Columns.Select(columns.Of),
                .. Sorted(KeyFacts.Of(table, session.Own, catalogue)),
                .. Sorted(CheckFacts.Of(table, session.Own, catalogue)),
                .. Sorted(ForeignKeyFacts.Of(table, usualRule)),
                .. table.Triggers.Select((_, i) => TriggerFacts.Of(table, i, session)),
                .. table.Text?.Partitions.Select(part => new SnapshotObject(ObjectKind.Partition, part.Name) { Facts = [new Fact(FactNames.Definition, part.Text)] }) ?? [],
            ],
        };
    }

    private static IReadOnlyList<Fact> Own(TableRows table)
    {
        var options = Option().Matches(table.Row.Text("options") ?? "").Select(option => option.Value)
            .Where(option => !option.Equals("partitioned", StringComparison.OrdinalIgnoreCase)).ToLookup(option => option.StartsWith("row_format=", StringComparison.OrdinalIgnoreCase));
        return new FactList()
            .Say(FactNames.Engine, table.Row.Text("engine"))
            .Say(FactNames.Charset, table.Charset)
            .Say(FactNames.Collation, table.Collation)
            .Say(MySqlFacts.RowFormat, options[true].FirstOrDefault()?["row_format=".Length..].ToLowerInvariant())
            .Say(MySqlFacts.Options, string.Join(' ', options[false].Order(StringComparer.OrdinalIgnoreCase)))
            .SayIf(MySqlFacts.SystemVersioning, table.IsVersioned)
            .Say(MySqlFacts.Periods, string.Join("; ", table.Text?.Periods.Select(period => $"{period.Name} ({period.Columns})") ?? []))
            .Say(MySqlFacts.PartitionBy, table.Text?.PartitionBy)
            .Say(FactNames.Comment, table.Row.Text("comment"))
            .All;
    }

    private static IEnumerable<SnapshotObject> Sorted(IEnumerable<SnapshotObject> found) =>
        found.OrderBy(child => child.Kind).ThenBy(child => child.Name, StringComparer.Ordinal).ThenBy(child => string.Join('\n', child.Facts.Select(fact => fact.ToString())), StringComparer.Ordinal);

    [GeneratedRegex(@"([^\s'""`]|'[^']*'|""[^""]*""|`[^`]*`)+")]
    private static partial Regex Option();
}
