using System.Data.Common;
using Cairn.Runtime.Data;
using Cairn.Runtime.Data.Clients;
using Cairn.Runtime.Data.Connections;

namespace Cairn.Runtime.History.Locks;

/// <summary>A connection besides the run's own.</summary>
internal static class SecondConnection
{
    public static async Task<DbConnection> OpenAsync(DatabaseClient client, DatabaseTarget target, CancellationToken cancellationToken)
    {
        var connection = await TargetConnections.CreateAsync(client, target, readOnly: false, cancellationToken);
        try
        {
            await TargetConnections.OpenAsync(connection, cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
