using System.Data.Common;
using Cairn.Runtime.Data;
using Cairn.Runtime.Data.Clients;
using Cairn.Runtime.Data.Connections;

namespace Cairn.Runtime.Hosting;

/// <summary>What an application says about its database becomes a target.</summary>
internal static class HostTargets
{
    public static DatabaseTarget Of(Client client, string connectionString, IReadOnlyList<string> driverFolders)
    {
        var target = new DatabaseTarget(client, new Secret(connectionString), Word(client), "") { DriverFolders = driverFolders };
        var database = DatabaseClients.For(client);
        using var connection = DriverLoader.Load(database, driverFolders).CreateConnection()!;
        try
        {
            connection.ConnectionString = connectionString;
            return Named(target, connection);
        }
        catch (ArgumentException exception)
        {
            throw ConnectionErrors.Describe(database, target, exception);
        }
    }

    public static async ValueTask<DatabaseTarget> FindAsync(
        Func<CancellationToken, ValueTask<DbConnection>> connect, Client? given, IReadOnlyList<string> driverFolders, CancellationToken cancellationToken)
    {
        await using var connection = await GetAsync(connect, cancellationToken);
        var client = given ?? await ConnectionKinds.FindAsync(connection, cancellationToken);
        var target = Named(new DatabaseTarget(client, new Secret(connection.ConnectionString), Word(client), "") { DriverFolders = driverFolders }, connection);
        if (client == Client.Sqlite)
        {
            // A pool of SQLite's driver hands PRAGMAs on to the next user, so a run has connections of its own; nothing is hidden in such a connection's string.
            return target;
        }

        ConnectionKinds.Check(client, connection);
        return target with { Connect = connect };
    }

    private static async ValueTask<DbConnection> GetAsync(Func<CancellationToken, ValueTask<DbConnection>> connect, CancellationToken cancellationToken)
    {
        try
        {
            return await connect(cancellationToken);
        }
        catch (Exception exception) when (exception is DbException or InvalidOperationException or TimeoutException)
        {
            throw new CairnException(ErrorCodes.Unreachable, $"The application's connection cannot be had: {exception.Message}", exception)
            {
                Fix = "Check what the application's configuration says of the database, and that its server runs.",
                DatabaseState = "Nothing was run.",
            };
        }
    }

    private static DatabaseTarget Named(DatabaseTarget target, DbConnection connection)
    {
        var source = connection.DataSource.Replace("tcp://", "", StringComparison.OrdinalIgnoreCase);
        return target.Client == Client.Sqlite
            ? target with { Display = $"sqlite:{source}", Database = source }
            : target with { Display = $"{Word(target.Client)}://{source}/{connection.Database}", Database = connection.Database };
    }

    private static string Word(Client client) => client.ToString().ToLowerInvariant();
}
