using System.Data.Common;
using Cairn.Schema.Inspection;
using Cairn.Schema.Snapshots;

namespace Cairn.Schema.Dialects.Postgres.Snapshots;

/// <summary>Reads the whole structure of a database of PostgreSQL 13 or newer.</summary>
/// <remarks>
/// <para>
/// Names in facts are told without the connection's own schema, others as <c>schema.name</c>, unquoted. What the server prints (defaults, expressions, <c>definition</c>) follows the session's
/// search path. Every <c>definition</c> is a statement; a fact marked with [] is a list; a fact of the normal case is not there.
/// </para>
/// <list type="table">
/// <item><term>Every kind</term><description><c>comment</c>; and where rights can be given, <c>grants</c>[]: whole statements, GRANT for what the default does not have, REVOKE for what it has.</description></item>
/// <item><term>Extension</term><description><c>version</c>, <c>schema</c> (where not the connection's own), <c>definition</c>. plpgsql is not told: every database has it.</description></item>
/// <item><term>Schema</term><description><c>definition</c>. The connection's own is not told.</description></item>
/// <item><term>Enum</term><description><c>values</c>[], <c>definition</c>.</description></item>
/// <item><term>Domain</term><description><c>type</c>, <c>nullable</c> (no), <c>default</c>, <c>collation</c>, <c>checks</c>[] (name and text), <c>check comments</c>[] (name: comment), <c>definition</c>.</description></item>
/// <item><term>CompositeType</term><description><c>definition</c>, with its attributes as columns; a range type, which has no kind of its own: <c>range of</c>, <c>definition</c>.</description></item>
/// <item><term>Sequence</term><description><c>type</c> (where not bigint), <c>start</c>, <c>increment</c>, <c>minimum</c>, <c>maximum</c>, <c>cache</c>, <c>cycle</c>, <c>persistence</c>, <c>owned by</c> (quoted as OWNED BY takes it; <c>definition</c> does not say it).</description></item>
/// <item><term>Table</term><description><c>persistence</c> (unlogged), <c>partition by</c>, <c>partition of</c>, <c>partition bound</c>, <c>inherits</c>[], <c>of type</c>, <c>foreign server</c>, <c>foreign options</c>[],
/// <c>options</c>[] (storage parameters, with <c>toast.</c> before those of the TOAST table), <c>access method</c>, <c>tablespace</c>, <c>row security</c> (enabled, forced, forced when enabled),
/// <c>replica identity</c> (nothing, full, index NAME).</description></item>
/// <item><term>Column</term><description><c>type</c>, <c>nullable</c>, <c>default</c>, <c>identity</c>, <c>identity start</c> … <c>identity cycle</c> (as of sequences), <c>generated</c>, <c>generated as</c>, <c>collation</c>, <c>storage</c>,
/// <c>compression</c>, <c>statistics</c>, <c>options</c>[], <c>foreign options</c>[], <c>inherited</c> (yes; and its own), <c>not null</c> (not valid, no inherit: PostgreSQL 18).</description></item>
/// <item><term>PrimaryKey, Unique, Check, ForeignKey, Exclusion</term><description><c>columns</c>[], <c>include</c>[], <c>references</c>, <c>referenced columns</c>[], <c>on delete</c>, <c>on delete columns</c>[], <c>on update</c>,
/// <c>match</c>, <c>deferrable</c>, <c>expression</c>, <c>nulls</c> (not distinct), <c>period</c>, <c>valid</c> (no), <c>enforced</c> (no), <c>inherited by children</c> (no), <c>inherited</c>; of the index behind it
/// <c>options</c>[], <c>tablespace</c>, <c>clustered</c>, <c>index valid</c> (no), <c>index comment</c>, none of which <c>definition</c> says.</description></item>
/// <item><term>Index</term><description><c>columns</c>[], <c>unique</c>, <c>method</c> (where not btree), <c>include</c>[], <c>where</c>, <c>nulls order</c>[], <c>nulls</c> (not distinct), <c>operator classes</c>[], <c>collations</c>[],
/// <c>options</c>[], <c>tablespace</c>, <c>clustered</c>, <c>valid</c> (no), <c>partition of</c> (the parent's index); <c>definition</c> says all but the tablespace, <c>clustered</c>, <c>valid</c> and <c>partition of</c>.</description></item>
/// <item><term>Trigger, Rule, Event</term><description><c>state</c> (disabled, replica, always), which <c>definition</c> does not say; a trigger <c>inherited</c> (a partition's copy in another state than its parent's, the
/// only copies that are told); an event trigger <c>event</c>, <c>tags</c>[], <c>function</c>.</description></item>
/// <item><term>Policy</term><description><c>permissive</c> (no), <c>command</c>, <c>roles</c>[], <c>using</c>, <c>with check</c>, <c>definition</c>.</description></item>
/// <item><term>Statistics</term><description><c>target</c>, which <c>definition</c> does not say.</description></item>
/// <item><term>View, MaterializedView</term><description><c>columns</c>[], <c>types</c>[], <c>column defaults</c>[] (name and expression), <c>column comments</c>[] (name: comment), <c>options</c>[], <c>access method</c>, <c>tablespace</c>,
/// <c>populated</c> (no), <c>definition</c> (which says options, access method, tablespace and populated).</description></item>
/// <item><term>Routine</term><description><c>routine</c> (procedure, window function, aggregate), <c>language</c>, <c>returns</c>, <c>volatility</c>, <c>security</c> (definer), <c>definition</c>.</description></item>
/// </list>
/// <para>
/// Not read: owners, settings of the database and of roles, default rights, casts, operators and their classes, collations, text search, languages, foreign servers and user mappings,
/// publications and subscriptions, security labels, the comments and rights of identity sequences.
/// </para>
/// </remarks>
internal sealed class PostgresSnapshotReader : SnapshotReader
{
    private const string NoRight = "42501";

    /// <inheritdoc/>
    public override async ValueTask<SchemaSnapshot> ReadAsync(ICatalogueConnection connection, SnapshotScope scope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(scope);
        try
        {
            var settings = await PostgresSettings.FixAsync(connection, cancellationToken);
            return await ReadAsync(connection, scope, settings, cancellationToken);
        }
        catch (DbException exception) when (exception.SqlState == NoRight)
        {
            // Everybody may read pg_catalog, unless somebody took that right away.
            throw new CairnException(ErrorCodes.StructureUnreadable, $"The structure of the database cannot be read: {exception.Message}", exception)
            {
                Fix = "Give this user the right to read what is named (GRANT SELECT ON … TO …), or read the structure as another user.",
            };
        }
    }

    private static async ValueTask<SchemaSnapshot> ReadAsync(
        ICatalogueConnection connection, SnapshotScope scope, PostgresSettings.Fixed settings, CancellationToken cancellationToken)
    {
        try
        {
            var snapshot = new SchemaSnapshot(Client.Postgres, await ReadObjectsAsync(connection, scope, settings.Major, cancellationToken)) { ServerVersion = settings.Version };
            await settings.RestoreAsync(connection, cancellationToken);
            return snapshot;
        }
        catch
        {
            await settings.TryRestoreAsync(connection);
            throw;
        }
    }

    private static async ValueTask<List<SnapshotObject>> ReadObjectsAsync(
        ICatalogueConnection connection, SnapshotScope scope, int server, CancellationToken cancellationToken)
    {
        var relations = new RelationSet(scope);
        relations.Add(RelationQuery.Topic, await connection.ReadAsync(RelationQuery.Topic.Sql, [], cancellationToken));
        foreach (var topic in (PostgresTopic[])[
            ColumnQuery.Topic(server), ConstraintQuery.Topic(server), IndexQuery.Topic(server),
            TableQueries.Triggers, TableQueries.Policies, TableQueries.Rules, TableQueries.Statistics])
        {
            relations.AddChildren(topic, await connection.ReadAsync(topic.Sql, [], cancellationToken));
        }

        var objects = relations.ToObjects();
        objects.AddRange((await connection.ReadAsync(SequenceQuery.Topic.Sql, [], cancellationToken))
            .Where(row => !relations.IsLeftOut(row.Number("owner"))).Select(SequenceQuery.Topic.Read));
        foreach (var topic in (PostgresTopic[])[
            DatabaseQueries.Extensions, DatabaseQueries.Schemas, TypeQueries.Enums, TypeQueries.Domains, TypeQueries.Ranges(server),
            RoutineQueries.Functions, RoutineQueries.Aggregates, DatabaseQueries.EventTriggers])
        {
            objects.AddRange((await connection.ReadAsync(topic.Sql, [], cancellationToken)).Select(topic.Read));
        }

        return objects;
    }
}
