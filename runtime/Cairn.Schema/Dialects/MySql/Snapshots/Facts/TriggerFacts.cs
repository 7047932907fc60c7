using Cairn.Schema.Dialects.MySql.Snapshots.Reading;
using Cairn.Schema.Snapshots;

namespace Cairn.Schema.Dialects.MySql.Snapshots.Facts;

/// <summary>The triggers of a table, in the order in which they run and can be created again.</summary>
internal static class TriggerFacts
{
    public static SnapshotObject Of(TableRows table, int number, Session session)
    {
        var row = table.Triggers[number];
        var before = number == 0 ? null : table.Triggers[number - 1];
        var follows = before is not null && before.Text("timing") == row.Text("timing") && before.Text("event") == row.Text("event") ? before.Text("name") : null;
        var (name, mode) = (row.Text("name")!, row.Text("mode") ?? "");
        var definer = DefinerFacts.Of(row.Text("definer"), session);
        var order = follows is null ? "" : $" FOLLOWS {MySqlNames.Quote(Client.MySql, follows)}";
        var sql = $"CREATE {DefinerFacts.Clause(definer)}TRIGGER {MySqlNames.Quote(Client.MySql, name)} {row.Text("timing")} {row.Text("event")} ON "
            + $"{MySqlNames.Quote(Client.MySql, table.Name)} FOR EACH ROW{order} {session.Own.Without(table.Bodies.GetValueOrDefault(name) ?? row.Text("body")!, mode)}";
        return new SnapshotObject(ObjectKind.Trigger, name)
        {
            Facts = new FactList()
                .Say(MySqlFacts.Timing, row.Text("timing")!.ToLowerInvariant())
                .Say(MySqlFacts.Event, row.Text("event")!.ToLowerInvariant())
                .Say(MySqlFacts.Follows, follows)
                .Say(MySqlFacts.Definer, definer)
                .Say(MySqlFacts.SqlMode, mode)
                .Say(FactNames.Definition, sql)
                .All,
        };
    }
}
