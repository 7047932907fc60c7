using System.Data;
using System.Data.Common;
using Cairn.Runtime.Data.Clients;

namespace Cairn.Runtime.Data.Connections;

/// <summary>Connections to a target: those that the application gives, or the driver's own.</summary>
internal static class TargetConnections
{
    public static async ValueTask<DbConnection> CreateAsync(DatabaseClient client, DatabaseTarget target, bool readOnly, CancellationToken cancellationToken)
    {
        if (target.Connect is { } connect)
        {
            return await connect(cancellationToken);
        }

        var connection = DriverLoader.Load(client, target.DriverFolders).CreateConnection()!;
        try
        {
            connection.ConnectionString = client.ConnectionString(target, readOnly);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public static Task OpenAsync(DbConnection connection, CancellationToken cancellationToken) =>
        connection.State == ConnectionState.Open ? Task.CompletedTask : connection.OpenAsync(cancellationToken);
}
