using System.Data;
using System.Data.Common;
using Cairn.Runtime.Data.Clients;
using Cairn.Runtime.Data.Connections;
using Cairn.Runtime.History;
using Cairn.Schema;
using Cairn.Schema.Inspection;
using Cairn.Schema.Snapshots;

namespace Cairn.Runtime.Schemas;

/// <summary>Reads a database's structure without Cairn's own tables.</summary>
internal static class StructureReader
{
    /// <summary>Reads it in a transaction that sees one moment, where the database can do that.</summary>
    /// <exception cref="CairnException">Something of it cannot be read (CAIRN6001).</exception>
    public static async Task<SchemaSnapshot> ReadAloneAsync(RunConnection connection, TrackingTables own, CancellationToken cancellationToken)
    {
        await using var moment = await BeginAsync(connection, cancellationToken);
        connection.Sink.Transaction = moment;
        try
        {
            return await ReadAsync(connection, own, cancellationToken);
        }
        finally
        {
            connection.Sink.Transaction = null;
        }
    }

    /// <summary>Reads it as the connection sees it now, inside its transaction where it has one.</summary>
    /// <exception cref="CairnException">Something of it cannot be read (CAIRN6001).</exception>
    public static async Task<SchemaSnapshot> ReadAsync(RunConnection connection, TrackingTables own, CancellationToken cancellationToken)
    {
        TableName[] tables = [own.Tracking, own.Log, own.Journal, own.Lock];
        var names = tables.Select(table => table.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        try
        {
            var snapshot = await connection.Client.Dialect.Snapshots.ReadAsync(connection.Sink.Catalogue, new SnapshotScope { LeaveOut = names }, cancellationToken);
            return own.Tracking.Schema is null ? snapshot : snapshot with { Objects = [.. snapshot.Objects.Where(found => !IsOwn(found, tables))] };
        }
        catch (DbException exception)
        {
            throw connection.Client.Classify(exception) is DatabaseFailure.Unreachable or DatabaseFailure.ConnectionLost
                ? ConnectionErrors.Describe(connection.Client, connection.Target, exception)
                : new CairnException(ErrorCodes.StructureUnreadable, $"The structure of the database cannot be read: {exception.Message}", exception)
                {
                    Fix = "Give this account the right to read what the database names, or connect as another one.",
                };
        }
    }

    /// <summary>A table in a schema of its own has that before its name; what it owns there has too.</summary>
    private static bool IsOwn(SnapshotObject found, IEnumerable<TableName> tables) => tables.Any(table =>
        string.Equals(found.Name, table.ToString(), StringComparison.OrdinalIgnoreCase)
        || found["owned by"]?.StartsWith(table + ".", StringComparison.OrdinalIgnoreCase) == true);

    private static async Task<DbTransaction?> BeginAsync(RunConnection connection, CancellationToken cancellationToken)
    {
        if (connection.Client.Client == Client.Sqlite)
        {
            // A transaction of the driver's takes the lock of a writer; a reading one is begun by hand, and ends with the connection.
            await connection.ExecuteAsync("BEGIN", [], cancellationToken);
            return null;
        }

        return await connection.Inner.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
    }
}
