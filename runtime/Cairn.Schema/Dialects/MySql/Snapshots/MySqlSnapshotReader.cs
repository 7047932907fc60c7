using Cairn.Schema.Dialects.MySql.Snapshots.Facts;
using Cairn.Schema.Dialects.MySql.Snapshots.Reading;
using Cairn.Schema.Dialects.MySql.Snapshots.Texts;
using Cairn.Schema.Inspection;
using Cairn.Schema.Snapshots;

namespace Cairn.Schema.Dialects.MySql.Snapshots;

/// <summary>Reads the whole structure of a database of MySQL; MariaDB's says what differs.</summary>
internal class MySqlSnapshotReader : SnapshotReader
{
    /// <summary>Who speaks.</summary>
    protected virtual Client Client => Client.MySql;

    /// <summary>The rule of a foreign key that the server prints where nothing was said.</summary>
    protected virtual string UsualRule => "NO ACTION";

    /// <summary>The right to read the bodies of all routines.</summary>
    protected virtual string RoutineGrant => "SHOW_ROUTINE ON *.*";

    protected virtual StructureQueries Queries { get; } = new();

    protected virtual MySqlCatalogue Catalogue { get; } = new();

    /// <inheritdoc/>
    public override async ValueTask<SchemaSnapshot> ReadAsync(ICatalogueConnection connection, SnapshotScope scope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(scope);
        var session = await Session.ReadAsync(connection, cancellationToken);
        Unreadable.Check(session, await Rights.ReadAsync(connection, session.Database, cancellationToken));
        var all = await StructureRows.TablesAsync(connection, Queries, cancellationToken);
        var tables = await StructureRows.ReadAsync(
            connection, Queries, all.Where(row => row.Text("kind") != "SEQUENCE" && !scope.LeaveOut.Contains(row.Text("name")!)), cancellationToken);
        return new SchemaSnapshot(
            Client,
            [
                new SnapshotObject(ObjectKind.Database, "database") { Facts = [new Fact(FactNames.Charset, session.Charset), new Fact(FactNames.Collation, session.Collation)] },
                .. await SequencesAsync(connection, [.. all.Where(row => row.Text("kind") == "SEQUENCE")], cancellationToken),
                .. await TablesAsync(connection, tables, session, cancellationToken),
                .. await ViewsAsync(connection, session, cancellationToken),
                .. await RoutinesAsync(connection, session, cancellationToken),
                .. (await connection.ReadAsync(Queries.Events, [], cancellationToken)).Select(row => EventFacts.Of(row, session)),
            ]) { ServerVersion = session.Version };
    }

    /// <summary>Whether the catalogue leaves something of the table out. Here it cannot tell a column without a default from one whose default is NULL.</summary>
    protected virtual bool NeedsText(TableRows table) => true;

    /// <summary>The algorithm of a view, which the catalogue does not have.</summary>
    protected virtual async ValueTask<string?> AlgorithmAsync(ICatalogueConnection connection, CatalogueRow view, CancellationToken cancellationToken)
    {
        var text = await ShowAsync(connection, $"SHOW CREATE VIEW {MySqlNames.Quote(Client, view.Text("name")!)}", "Create View", cancellationToken) ?? "";
        return SqlTokens.Of(text, "") is [_, _, var equals, var algorithm, ..] && equals.IsSymbol('=') ? algorithm.Text : null;
    }

    /// <summary>The sequences, where there are such things.</summary>
    protected virtual ValueTask<IReadOnlyList<SnapshotObject>> SequencesAsync(
        ICatalogueConnection connection, IReadOnlyList<CatalogueRow> rows, CancellationToken cancellationToken) => new([]);

    private static async ValueTask<string?> ShowAsync(ICatalogueConnection connection, string sql, string column, CancellationToken cancellationToken) =>
        await connection.ReadAsync(sql, [], cancellationToken) is [var row, ..] ? row.Text(column) : null;

    private async ValueTask<IReadOnlyList<SnapshotObject>> TablesAsync(
        ICatalogueConnection connection, IReadOnlyList<TableRows> tables, Session session, CancellationToken cancellationToken)
    {
        var found = new List<SnapshotObject>(tables.Count);
        foreach (var table in tables)
        {
            var text = NeedsText(table) ? await ShowAsync(connection, $"SHOW CREATE TABLE {MySqlNames.Quote(Client, table.Name)}", "Create Table", cancellationToken) : null;
            found.Add(TableFacts.Of(text is null ? table : table with { Text = new CreateTableText(text, session.Mode) }, session, Catalogue, UsualRule));
        }

        return found;
    }

    private async ValueTask<IReadOnlyList<SnapshotObject>> ViewsAsync(ICatalogueConnection connection, Session session, CancellationToken cancellationToken)
    {
        var rows = await connection.ReadAsync(Queries.Views, [], cancellationToken);
        if (rows.Where(row => string.IsNullOrEmpty(row.Text("definition"))).Select(row => row.Text("name")).ToList() is { Count: > 0 } hidden)
        {
            throw Unreadable.Because(session, $"the text of the views {string.Join(", ", hidden)}", $"SHOW VIEW ON {session.DatabaseSql}.*");
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
}
