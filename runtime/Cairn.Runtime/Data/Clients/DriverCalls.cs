using System.Data;
using System.Data.Common;

namespace Cairn.Runtime.Data.Clients;

/// <summary>
/// Calls a driver: awaited, or on the calling thread. MySql.Data hands each answer from thread to thread, which costs more than many statements do; a
/// program that only runs migrations, one after the other, has a thread to wait on. The calls are stopped by <see cref="DatabaseClient.Interrupt"/> in both ways.
/// </summary>
internal sealed class DriverCalls
{
    /// <summary>The setting of a program (<c>runtimeconfig.json</c>) that it has a thread for each run; off in programs that host Cairn.</summary>
    public const string Setting = "Cairn.BlocksOnDatabase";

    private readonly bool blocks;

    public DriverCalls(DatabaseClient client) => blocks = client.CancelsByInterrupt && AppContext.TryGetSwitch(Setting, out var on) && on;

    public Task<int> ExecuteAsync(DbCommand command, CancellationToken cancellationToken) =>
        blocks ? Task.FromResult(command.ExecuteNonQuery()) : command.ExecuteNonQueryAsync(cancellationToken);

    public Task<DbDataReader> ReadAsync(DbCommand command, CommandBehavior behavior, CancellationToken cancellationToken) =>
        blocks ? Task.FromResult(command.ExecuteReader(behavior)) : command.ExecuteReaderAsync(behavior, cancellationToken);

    public ValueTask<bool> NextAsync(DbDataReader reader, CancellationToken cancellationToken) =>
        blocks ? new ValueTask<bool>(reader.Read()) : new ValueTask<bool>(reader.ReadAsync(cancellationToken));
}
