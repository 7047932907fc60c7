using Cairn.Schema.Dialects.MySql.Snapshots.Facts;
using Cairn.Schema.Dialects.MySql.Snapshots.Reading;
using Cairn.Schema.Dialects.MySql.Snapshots.Texts;
using Cairn.Schema.Inspection;
using Cairn.Schema.Snapshots;

namespace Cairn.Schema.Dialects.MySql.Snapshots;

/// <content>What is made of a text: views, triggers, routines and events.</content>
internal partial class MySqlSnapshotReader
{
    /// <summary>The right to read the bodies of all routines.</summary>
    protected virtual string RoutineGrant => "SHOW_ROUTINE ON *.*";

    /// <summary>Whether the catalogue spoils the bodies of triggers and events that have texts in them.</summary>
    protected virtual bool SpoilsBodies => true;

    /// <summary>The algorithm of a view, which the catalogue does not have.</summary>
    protected virtual async ValueTask<string?> AlgorithmAsync(ICatalogueConnection connection, CatalogueRow view, CancellationToken cancellationToken)
    {
        var text = await ShowAsync(connection, $"SHOW CREATE VIEW {MySqlNames.Quote(Client, view.Text("name")!)}", "Create View", cancellationToken) ?? "";
        return SqlTokens.Of(text, "") is [_, _, var equals, var algorithm, ..] && equals.IsSymbol('=') ? algorithm.Text : null;
    }

    private async ValueTask<IReadOnlyList<SnapshotObject>> ViewsAsync(ICatalogueConnection connection, Session session, Rights rights, CancellationToken cancellationToken)
    {
        var rows = await connection.ReadAsync(Queries.Views, [], cancellationToken);
        if (rows.Where(row => string.IsNullOrEmpty(row.Text("definition"))).Select(row => row.Text("name")).ToList() is { Count: > 0 } hidden)
        {
            throw Unreadable.Because(session, $"the text of the views {string.Join(", ", hidden)}", $"SHOW VIEW ON `{rights.Target}`.*");
        }

        var found = new List<SnapshotObject>(rows.Count);
        foreach (var row in rows)
        {
            found.Add(ViewFacts.Of(row, await AlgorithmAsync(connection, row, cancellationToken), session));
        }

        return found;
    }

    private async ValueTask<IReadOnlyList<SnapshotObject>> RoutinesAsync(ICatalogueConnection connection, Session session, CancellationToken cancellationToken)
    {
        var found = new List<SnapshotObject>();
        foreach (var row in await connection.ReadAsync(Queries.Routines, [], cancellationToken))
        {
            var (kind, name) = (row.Text("kind")!, row.Text("name")!);
            var text = await ShowAsync(connection, $"SHOW CREATE {kind} {MySqlNames.Quote(Client, name)}", $"Create {kind}", cancellationToken)
                ?? throw Unreadable.Because(session, $"the body of the {kind.ToLowerInvariant()} {name}", RoutineGrant);
            found.Add(RoutineFacts.Of(row, text, session));
        }

        return found;
    }

    private async ValueTask<IReadOnlyList<SnapshotObject>> EventsAsync(ICatalogueConnection connection, Session session, CancellationToken cancellationToken)
    {
        var found = new List<SnapshotObject>();
        foreach (var row in await connection.ReadAsync(Queries.Events, [], cancellationToken))
        {
            var body = row.Text("body")!;
            if (SpoilsBodies && Bodies.HasText(body))
            {
                var text = await ShowAsync(connection, $"SHOW CREATE EVENT {MySqlNames.Quote(Client, row.Text("name")!)}", "Create Event", cancellationToken);
                body = text is null ? body : Bodies.OfEvent(text, row.Text("mode") ?? "");
            }

            found.Add(EventFacts.Of(row, body, session));
        }

        return found;
    }

    private async ValueTask<IReadOnlyDictionary<string, string>> BodiesAsync(ICatalogueConnection connection, TableRows table, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in table.Triggers.Where(row => SpoilsBodies && Bodies.HasText(row.Text("body")!)))
        {
            var name = row.Text("name")!;
            if (await ShowAsync(connection, $"SHOW CREATE TRIGGER {MySqlNames.Quote(Client, name)}", "SQL Original Statement", cancellationToken) is { } text)
            {
                found[name] = Bodies.OfTrigger(text, row.Text("mode") ?? "");
            }
        }

        return found;
    }
}
