using Cairn.Schema.Dialects.MySql.Snapshots.Reading;
using Cairn.Schema.Inspection;
using Cairn.Schema.Snapshots;

namespace Cairn.Schema.Dialects.MySql.Snapshots.Facts;

/// <summary>A view.</summary>
internal static class ViewFacts
{
    /// <param name="row">The view's row.</param>
    /// <param name="algorithm">Its algorithm.</param>
    /// <param name="session">Who reads.</param>
    public static SnapshotObject Of(CatalogueRow row, string? algorithm, Session session)
    {
        var name = row.Text("name")!;
        var declared = algorithm is null or "UNDEFINED" ? null : algorithm;
        var definer = DefinerFacts.Of(row.Text("definer"), session);
        var asInvoker = row.Text("security") == "INVOKER";
        var option = row.Text("check_option") is null or "NONE" or "" ? null : row.Text("check_option");
        var sql = "CREATE " + (declared is null ? "" : $"ALGORITHM={declared} ") + DefinerFacts.Clause(definer) + (asInvoker ? "SQL SECURITY INVOKER " : "")
            + $"VIEW {MySqlNames.Quote(Client.MySql, name)} AS {session.Own.Without(row.Text("definition")!)}" + (option is null ? "" : $" WITH {option} CHECK OPTION");
        return new SnapshotObject(ObjectKind.View, name)
        {
            Facts = new FactList()
                .Say(MySqlFacts.Algorithm, declared?.ToLowerInvariant())
                .Say(MySqlFacts.Definer, definer)
                .Say(MySqlFacts.Security, asInvoker ? "invoker" : null)
                .Say(MySqlFacts.CheckOption, option?.ToLowerInvariant())
                .Say(FactNames.Definition, sql)
                .All,
        };
    }
}
