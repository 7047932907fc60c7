using Cairn.Schema.Dialects.MySql.Snapshots.Reading;
using Cairn.Schema.Inspection;
using Cairn.Schema.Snapshots;

namespace Cairn.Schema.Dialects.MySql.Snapshots.Facts;

/// <summary>A scheduled event.</summary>
internal static class EventFacts
{
    /// <param name="row">The event's row.</param>
    /// <param name="body">What it does.</param>
    /// <param name="session">Who reads.</param>
    public static SnapshotObject Of(CatalogueRow row, string body, Session session)
    {
        var (name, mode) = (row.Text("name")!, row.Text("mode") ?? "");
        var definer = DefinerFacts.Of(row.Text("definer"), session);
        var schedule = Schedule(row);
        var status = row.Text("status") switch { "ENABLED" => null, "DISABLED" => "DISABLE", _ => "DISABLE ON SLAVE" };
        var stays = row.Text("completion") == "PRESERVE";
        var comment = row.Text("comment") is { Length: > 0 } text ? text : null;
        var sql = $"CREATE {DefinerFacts.Clause(definer)}EVENT {MySqlNames.Quote(Client.MySql, name)} ON SCHEDULE {schedule}" + (stays ? " ON COMPLETION PRESERVE" : "")
            + (status is null ? "" : " " + status) + (comment is null ? "" : $" COMMENT {MySqlLiterals.Quoted(comment)}") + $" DO {session.Own.Without(body, mode)}";
        return new SnapshotObject(ObjectKind.Event, name)
        {
            Facts = new FactList()
                .Say(MySqlFacts.Schedule, schedule)
                .Say(MySqlFacts.TimeZone, row.Text("zone") == "SYSTEM" ? null : row.Text("zone"))
                .Say(MySqlFacts.Status, status is null ? null : row.Text("status")!.ToLowerInvariant())
                .Say(MySqlFacts.OnCompletion, stays ? "preserve" : null)
                .Say(MySqlFacts.Definer, definer)
                .Say(MySqlFacts.SqlMode, mode)
                .Say(FactNames.Comment, comment)
                .Say(FactNames.Definition, sql)
                .All,
        };
    }

    private static string Schedule(CatalogueRow row)
    {
        if (row.Flag("once"))
        {
            return $"AT '{row.Text("at_time")}'";
        }

        // 1 hour is 1, but 1 day and 2 hours are '1 2'.
        var unit = row.Text("unit")!;
        var amount = unit.Contains('_') ? MySqlLiterals.Quoted(row.Text("amount")!.Trim('\'')) : row.Text("amount");
        return $"EVERY {amount} {unit}" + (row.Text("starts") is { } starts && !row.Flag("starts_by_itself") ? $" STARTS '{starts}'" : "")
            + (row.Text("ends") is { } ends ? $" ENDS '{ends}'" : "");
    }
}
