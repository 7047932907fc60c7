namespace Cairn.Engines.Tests.Servers;

/// <summary>A server, or the reason why there is none.</summary>
public sealed record Found(TestServer? Server, string Reason)
{
    /// <summary>Finds or starts a server of the engine.</summary>
    public static async Task<Found> OfAsync(string engine)
    {
        try
        {
            return engine switch
            {
                EngineNames.Sqlite => new Found(new SqliteServer(), ""),
                EngineNames.Postgres => await PostgresServer.FindAsync(),
                EngineNames.MariaDb => await MariaDbServer.FindAsync(),
                EngineNames.MySql => await MySqlServer.FindAsync(),
                _ => throw new ArgumentOutOfRangeException(nameof(engine), engine, "no such engine"),
            };
        }
        catch (ServerStartException error)
        {
            // A server that is there and does not start is a defect of the machine: say so, never pass over it.
            return new Found(null, error.Message);
        }
    }
}
