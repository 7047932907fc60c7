using System.Globalization;
using Cairn.Schema.Dialects.Sqlite.Parsing;
using Cairn.Schema.Inspection;
using Cairn.Schema.Snapshots;

namespace Cairn.Schema.Dialects.Sqlite.Inspection;

/// <summary>
/// Reads the whole structure of a SQLite database with three queries. Most of what is true of a table stands only in its text, so all texts are parsed; they are told, too
/// (<see cref="FactNames.Text"/>), since they recreate the objects literally.
/// </summary>
/// <remarks>
/// Facts beyond the common ones: <c>encoding</c>, <c>user version</c> and <c>application id</c> of the database; <c>module</c>, <c>without rowid</c> and <c>strict</c> of tables; <c>declared</c> of a
/// constraint that says more than the facts have words for (ON CONFLICT, a key with a collation).
/// </remarks>
internal sealed class SqliteSnapshotReader : SnapshotReader
{
    private const string Columns = """
        SELECT m.name AS "table", x.name AS name, x.type AS type, x."notnull" AS "notnull", x.dflt_value AS dflt_value, x.pk AS pk
        FROM sqlite_master AS m JOIN pragma_table_xinfo(m.name) AS x
        WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite\_%' ESCAPE '\' AND x.hidden <> 1 ORDER BY m.rowid, x.cid
        """;

    private const string Settings = """
        SELECT (SELECT encoding FROM pragma_encoding) AS encoding, (SELECT user_version FROM pragma_user_version) AS user_version,
          (SELECT application_id FROM pragma_application_id) AS application_id, sqlite_version() AS version
        """;

    /// <inheritdoc/>
    public override async ValueTask<SchemaSnapshot> ReadAsync(ICatalogueConnection connection, SnapshotScope scope, CancellationToken cancellationToken)
    {
        var all = Visible(await ObjectsAsync(connection, cancellationToken), scope).ToList();
        var rows = await connection.ReadAsync(Columns, [], cancellationToken);
        var settings = (await connection.ReadAsync(Settings, [], cancellationToken))[0];
        var columns = rows.ToLookup(row => row.Text("table")!, SqliteNames.Comparer);
        var names = all.Select(found => found.Name).ToList();
        var tables = new SnapshotTables(all, columns, names);
        var everything = new CanonicalSql([.. names, .. rows.Select(row => row.Text("name")!)]);
        return new SchemaSnapshot(
            Client.Sqlite,
            [Database(settings), .. all.Where(found => found.Kind == "table").Select(tables.Read), .. all.Where(found => found.Kind == "view").Select(view => View(view, all, everything))])
        {
            ServerVersion = settings.Text("version"),
        };
    }

    private static async ValueTask<IReadOnlyList<SchemaObject>> ObjectsAsync(ICatalogueConnection connection, CancellationToken cancellationToken)
    {
        var rows = await connection.ReadAsync(SchemaObjects.Query, [], cancellationToken);
        return [.. rows.Select(SchemaObjects.Read)];
    }

    /// <summary>All but SQLite's own objects, what is left out, and the tables that a virtual table keeps its content in.</summary>
    private static IEnumerable<SchemaObject> Visible(IReadOnlyList<SchemaObject> all, SnapshotScope scope)
    {
        var hidden = VirtualTables.ShadowsOf(all);
        return all.Where(found => !found.Name.StartsWith("sqlite_", StringComparison.OrdinalIgnoreCase)
            && !scope.LeaveOut.Contains(found.Table) && !scope.LeaveOut.Contains(found.Name) && !hidden.Contains(found.Table));
    }

    private static SnapshotObject Database(CatalogueRow settings)
    {
        var facts = new List<Fact> { new("encoding", settings.Text("encoding")!) };
        foreach (var (fact, column) in new[] { ("user version", "user_version"), ("application id", "application_id") })
        {
            if (settings.Number(column) is not 0 and var number)
            {
                facts.Add(new Fact(fact, number.ToString(CultureInfo.InvariantCulture)));
            }
        }

        return new SnapshotObject(ObjectKind.Database, "main") { Facts = facts };
    }

    private static SnapshotObject View(SchemaObject view, IReadOnlyList<SchemaObject> all, CanonicalSql canonical) => new(ObjectKind.View, view.Name)
    {
        Facts = [new Fact(FactNames.Definition, canonical.Of(view.Sql!)), new Fact(FactNames.Text, view.Sql!)],
        Children = SnapshotTables.Triggers(all, view.Name, canonical),
    };
}
