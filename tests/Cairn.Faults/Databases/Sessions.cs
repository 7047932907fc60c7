using Cairn.Engines.Tests.Servers;

namespace Cairn.Faults.Databases;

/// <summary>Ends the sessions that a database has, as an administrator would.</summary>
internal static class Sessions
{
    public static async Task EndAsync(TestDatabase database)
    {
        if (database.Engine == EngineNames.Postgres)
        {
            await database.RowsAsync("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
            return;
        }

        foreach (var id in await database.RowsAsync("select id from information_schema.processlist where db = database() and id <> connection_id()"))
        {
            try
            {
                await database.ExecuteAsync($"kill {id}");
            }
            catch (System.Data.Common.DbException)
            {
                // It ended by itself in between.
            }
        }
    }
}
