using System.Data.Common;
using Cairn.Runtime.Data;
using Cairn.Runtime.Data.Clients;

namespace Cairn.Runtime.History.Locks;

/// <summary>A connection besides the run's own.</summary>
internal static class SecondConnection
{
    public static async Task<DbConnection> OpenAsync(DatabaseClient client, DatabaseTarget target, CancellationToken cancellationToken)
    {
        var connection = DriverLoader.Load(client, target.DriverFolders).CreateConnection()!;
        try
        {
            connection.ConnectionString = client.ConnectionString(target, readOnly: false);
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
