using Cairn.Schema.Dialects.MySql.Snapshots.Facts;
using Cairn.Schema.Dialects.MySql.Snapshots.Reading;
using Cairn.Schema.Dialects.MySql.Snapshots.Texts;
using Cairn.Schema.Inspection;
using Cairn.Schema.Snapshots;

namespace Cairn.Schema.Dialects.MySql.Snapshots;

/// <summary>Reads the whole structure of a database of MySQL; MariaDB's says what differs.</summary>
/// <remarks>
/// <para>The facts, beside those of <see cref="FactNames"/>, are named in <see cref="MySqlFacts"/>. What is the normal case is not said. Per kind:</para>
/// <list type="bullet">
/// <item>database (called <c>database</c>): charset, collation.</item>
/// <item>table: engine, charset, collation (always); row format, options, system versioning, periods, partition by, comment.</item>
/// <item>column: type, nullable (always); default (SQL, to be restated as it is), no default, on update, identity (<c>by default</c>), generated, generated as, charset and collation
/// where not the table's, check, invisible, system versioning, srid, comment.</item>
/// <item>primary key (called <c>PRIMARY</c>), unique, index: columns (<c>name(10) desc</c>, <c>(lower(`name`))</c>, <c>p without overlaps</c>), method (<c>fulltext</c>, <c>spatial</c>,
/// <c>hash</c>), parser, invisible, ignored, comment.</item>
/// <item>check: expression, enforced. Foreign key: columns, references, referenced columns, on delete, on update.</item>
/// <item>trigger, in the order of creation: timing, event, follows, definer, sql mode, definition. Partition, in order: definition (a part of PARTITION BY's list).</item>
/// <item>view: algorithm, definer, security, check option, definition.</item>
/// <item>routine (a function's name ends in <c>()</c>, a package's body's in <c> body</c>): kind, deterministic, data access, security, definer, sql mode, comment, definition.</item>
/// <item>event: schedule, time zone, status, on completion, definer, sql mode, comment, definition.</item>
/// <item>sequence: start, minimum, maximum, increment, cache, cycle, engine, comment, definition.</item>
/// </list>
/// <para>A definition is one statement that creates the object in any database; where there is a sql mode, that must be set before. A definer is said, and in the definition, only where it
/// is not the account that reads. The database's own name stands before no table, column or routine. The character set of the client that made a body is no fact.</para>
/// </remarks>
internal partial class MySqlSnapshotReader : SnapshotReader
{
    /// <summary>Who speaks.</summary>
    protected virtual Client Client => Client.MySql;

    /// <summary>The rule of a foreign key that the server prints where nothing was said.</summary>
    protected virtual string UsualRule => "NO ACTION";

    protected virtual StructureQueries Queries { get; } = new();

    protected virtual MySqlCatalogue Catalogue { get; } = new();

    /// <inheritdoc/>
    public override async ValueTask<SchemaSnapshot> ReadAsync(ICatalogueConnection connection, SnapshotScope scope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(scope);
        var session = await Session.ReadAsync(connection, cancellationToken);
        var rights = await Rights.ReadAsync(connection, session.Database, cancellationToken);
        Unreadable.Check(session, rights);
        var all = await StructureRows.TablesAsync(connection, Queries, cancellationToken);
        var tables = await StructureRows.ReadAsync(
            connection, Queries, all.Where(row => row.Text("kind") != "SEQUENCE" && !scope.LeaveOut.Contains(row.Text("name")!)), cancellationToken);
        return new SchemaSnapshot(
            Client,
            [
                new SnapshotObject(ObjectKind.Database, "database") { Facts = [new Fact(FactNames.Charset, session.Charset), new Fact(FactNames.Collation, session.Collation)] },
                .. await SequencesAsync(connection, [.. all.Where(row => row.Text("kind") == "SEQUENCE")], cancellationToken),
                .. await TablesAsync(connection, tables, session, cancellationToken),
                .. await ViewsAsync(connection, session, rights, cancellationToken),
                .. await RoutinesAsync(connection, session, cancellationToken),
                .. await EventsAsync(connection, session, cancellationToken),
            ]) { ServerVersion = session.Version };
    }

    /// <summary>Whether the catalogue leaves something of the table out. Here it cannot tell a column without a default from one whose default is NULL.</summary>
    protected virtual bool NeedsText(TableRows table) => true;

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
            var complete = table with { Text = text is null ? null : new CreateTableText(text, session.Mode), Bodies = await BodiesAsync(connection, table, cancellationToken) };
            found.Add(TableFacts.Of(complete, session, Catalogue, UsualRule));
        }

        return found;
    }
}
