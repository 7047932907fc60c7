using System.Data.Common;
using Cairn.Schema.Inspection;
using Cairn.Schema.Snapshots;

namespace Cairn.Schema.Dialects.Postgres.Snapshots;

/// <summary>Reads the whole structure of a database of PostgreSQL 13 or newer.</summary>
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
