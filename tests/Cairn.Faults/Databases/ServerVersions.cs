using Cairn.Engines.Tests.Servers;

namespace Cairn.Faults.Databases;

/// <summary>Which server it was.</summary>
internal static class ServerVersions
{
    public static async Task<string> OfAsync(TestServer server)
    {
        await using var database = await server.CreateDatabaseAsync();
        await using var connection = await database.OpenAsync();
        return connection.ServerVersion;
    }
}
