using Cairn.Engines.Tests.Servers;

namespace Cairn.Faults.Databases;

/// <summary>Copies of whole databases, where the server can make them: cheaper than to run the same migrations again.</summary>
internal static class Copies
{
    // PostgreSQL copies no database that somebody uses, be it to copy it.
    private static readonly SemaphoreSlim OneAtATime = new(1);

    /// <summary>A new database with all that the other one has; null where the server cannot do that.</summary>
    public static async Task<TestDatabase?> OfAsync(TestServer server, TestDatabase original)
    {
        switch (server, original)
        {
            case (_, SqliteDatabase source):
                var file = (SqliteDatabase)await server.CreateDatabaseAsync();
                File.Copy(source.File, file.File);
                return file;
            case (PostgresServer postgres, PostgresDatabase source):
                var name = source.Name + "_" + Guid.NewGuid().ToString("N")[..12];
                await OneAtATime.WaitAsync();
                try
                {
                    await postgres.ExecuteAsync($"create database {name} template {source.Name}");
                }
                finally
                {
                    OneAtATime.Release();
                }

                return new PostgresDatabase(postgres, name);
            default:
                return null;
        }
    }
}
