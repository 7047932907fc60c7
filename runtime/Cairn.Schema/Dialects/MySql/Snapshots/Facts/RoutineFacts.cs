using System.Text.RegularExpressions;
using Cairn.Schema.Dialects.MySql.Snapshots.Reading;
using Cairn.Schema.Inspection;
using Cairn.Schema.Snapshots;

namespace Cairn.Schema.Dialects.MySql.Snapshots.Facts;

/// <summary>
/// A procedure, function or package. A function and a procedure may have the same name: a function's ends in <c>()</c>, a package's body's in
/// <c> body</c>.
/// </summary>
internal static partial class RoutineFacts
{
    /// <param name="row">The routine's row.</param>
    /// <param name="sql">What SHOW CREATE says.</param>
    /// <param name="session">Who reads.</param>
    public static SnapshotObject Of(CatalogueRow row, string sql, Session session)
    {
        var mode = row.Text("mode") ?? "";
        var kind = row.Text("kind")!.ToLowerInvariant();
        var definer = DefinerFacts.Of(row.Text("definer"), session);
        var access = row.Text("access")?.ToLowerInvariant();
        return new SnapshotObject(ObjectKind.Routine, row.Text("name")! + kind switch { "function" => "()", "package body" => " body", _ => "" })
        {
            Facts = new FactList()
                .Say(MySqlFacts.RoutineKind, kind)
                .SayIf(MySqlFacts.Deterministic, row.Flag("is_deterministic"))
                .Say(MySqlFacts.DataAccess, access == "contains sql" ? null : access)
                .Say(MySqlFacts.Security, row.Text("security") == "INVOKER" ? "invoker" : null)
                .Say(MySqlFacts.Definer, definer)
                .Say(MySqlFacts.SqlMode, mode)
                .Say(FactNames.Comment, row.Text("comment"))
                .Say(FactNames.Definition, session.Own.Without(Definer().Replace(sql, $"CREATE {DefinerFacts.Clause(definer)}", 1), mode))
                .All,
        };
    }

    [GeneratedRegex(@"^CREATE DEFINER\s*=\s*([`""][^`""]*[`""]@[`""][^`""]*[`""]|[`""][^`""]*[`""])\s+")]
    private static partial Regex Definer();
}
