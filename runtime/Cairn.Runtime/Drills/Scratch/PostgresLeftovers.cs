using System.Data.Common;
using Cairn.Runtime.Data.Connections;

namespace Cairn.Runtime.Drills.Scratch;

/// <summary>Finds and drops scratch copies on a PostgreSQL server. The mark is the database's comment, which belongs to no one in the database.</summary>
internal static class PostgresLeftovers
{
    private const string Query =
        "SELECT datname AS name, shobj_description(oid, 'pg_database') AS mark, EXISTS (SELECT 1 FROM pg_stat_activity a WHERE a.datname = d.datname) AS used "
        + "FROM pg_database d WHERE datname LIKE 'cairn\\_drill\\_%'";

    /// <summary>Drops what killed drills left: by its name, its mark, and nobody being connected.</summary>
    public static async Task RemoveAsync(RunConnection connection, IDrillObserver observer, CancellationToken cancellationToken)
    {
        foreach (var row in await connection.QueryAsync(Query, [], cancellationToken))
        {
            var name = row.Text("name")!;
            if (ScratchName.Read(name) is null || ScratchMark.Read(row.Text("mark")) is not { } mark || !mark.IsLeftBehind(row.Flag("used"), DateTimeOffset.UtcNow))
            {
                continue;
            }

            try
            {
                await DropAsync(connection, name, mark.Token, cancellationToken);
                observer.Note($"dropped {name}, which a killed drill left behind");
            }
            catch (DbException)
            {
                // Another account's, or another drill drops it at this moment.
            }
        }
    }

    /// <exception cref="CairnException">It does not have that mark (CAIRN5004).</exception>
    public static async Task DropAsync(RunConnection connection, string name, string token, CancellationToken cancellationToken)
    {
        var row = (await connection.QueryAsync(Query, [], cancellationToken)).FirstOrDefault(row => row.Text("name") == name);
        if (row is null)
        {
            return;
        }

        if (ScratchName.Read(name) is null || ScratchMark.Read(row.Text("mark"))?.Token != token)
        {
            throw ScratchErrors.NotOurs(name, "it does not have the mark that the drill gave it");
        }

        // A migration that hangs may still be connected; from version 13 on the server ends its session.
        var force = connection.Client.ReadVersion(connection.Inner).Major >= 13 ? " WITH (FORCE)" : "";
        await connection.ExecuteAsync($"DROP DATABASE IF EXISTS \"{name}\"{force}", [], cancellationToken);
    }
}
