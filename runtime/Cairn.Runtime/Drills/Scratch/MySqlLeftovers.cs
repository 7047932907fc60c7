using System.Data.Common;
using Cairn.Runtime.Data;
using Cairn.Runtime.Data.Connections;

namespace Cairn.Runtime.Drills.Scratch;

/// <summary>Marks, locks, finds and drops scratch copies on a MySQL or MariaDB server.</summary>
internal static class MySqlLeftovers
{
    private static readonly (string Kind, string Query)[] Objects =
    [
        ("EVENT", "SELECT event_name AS name FROM information_schema.events WHERE event_schema = @p0"),
        ("PROCEDURE", "SELECT routine_name AS name FROM information_schema.routines WHERE routine_schema = @p0 AND routine_type = 'PROCEDURE'"),
        ("FUNCTION", "SELECT routine_name AS name FROM information_schema.routines WHERE routine_schema = @p0 AND routine_type = 'FUNCTION'"),
        ("VIEW", "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = @p0 AND table_type = 'VIEW'"),
        ("SEQUENCE", "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = @p0 AND table_type = 'SEQUENCE'"),
        ("TABLE", "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = @p0 AND table_type NOT IN ('VIEW', 'SEQUENCE')"),
    ];

    /// <summary>Drops what killed drills left: by its name, its mark (or being empty), and its lock being free.</summary>
    public static async Task RemoveAsync(RunConnection connection, IDrillObserver observer, CancellationToken cancellationToken)
    {
        var names = await connection.QueryAsync("SELECT schema_name AS name FROM information_schema.schemata WHERE schema_name LIKE 'cairn\\_drill\\_%'", [], cancellationToken);
        foreach (var name in names.Select(row => row.Text("name")!).Where(name => ScratchName.Read(name) is not null))
        {
            try
            {
                var used = (await connection.QueryAsync("SELECT IS_FREE_LOCK(@p0) AS free", [name], cancellationToken))[0].Number("free") != 1;
                var mark = await ReadMarkAsync(connection, name, cancellationToken);
                var old = DateTimeOffset.UtcNow - ScratchName.Read(name)!.At > ScratchMark.Patience;
                if (mark?.IsLeftBehind(used, DateTimeOffset.UtcNow) ?? (!used && old && await FirstAsync(connection, name, cancellationToken) is null))
                {
                    await DropAsync(connection, name, cancellationToken);
                    observer.Note($"dropped {name}, which a killed drill left behind");
                }
            }
            catch (DbException)
            {
                // Another account's, or another drill drops it at this moment.
            }
        }
    }

    public static async Task LockAsync(RunConnection connection, string name, CancellationToken cancellationToken)
    {
        if ((await connection.QueryAsync("SELECT GET_LOCK(@p0, 0) AS had", [name], cancellationToken))[0].Number("had") != 1)
        {
            throw ScratchErrors.NotEmpty(name, "another drill uses it");
        }
    }

    public static async Task MarkAsync(RunConnection connection, string name, ScratchMark mark, CancellationToken cancellationToken)
    {
        await connection.ExecuteAsync($"CREATE TABLE `{name}`.`{ScratchMark.Table}` (mark varchar(500) NOT NULL)", [], cancellationToken);
        await connection.ExecuteAsync($"INSERT INTO `{name}`.`{ScratchMark.Table}` (mark) VALUES (@p0)", [mark.ToString()], cancellationToken);
    }

    /// <summary>The mark in a database; null where there is none.</summary>
    public static async Task<ScratchMark?> ReadMarkAsync(RunConnection connection, string name, CancellationToken cancellationToken)
    {
        var there = await connection.QueryAsync(
            "SELECT 1 AS one FROM information_schema.tables WHERE table_schema = @p0 AND table_name = @p1", [name, ScratchMark.Table], cancellationToken);
        return there.Count == 0
            ? null
            : (await connection.QueryAsync($"SELECT mark FROM {Quote(name)}.`{ScratchMark.Table}`", [], cancellationToken)) is [var row] ? ScratchMark.Read(row.Text("mark")) : null;
    }

    /// <summary>Makes sure that a given database is not the real one, is on its server, and is empty; what a killed drill left in it is removed.</summary>
    public static async Task TakeGivenAsync(RunConnection holder, DatabaseTarget target, ScratchRequest request, CancellationToken cancellationToken)
    {
        await using var given = await RunConnection.OpenAsync(target, readOnly: false, holder.Limits, new Execution.SilentObserver(), cancellationToken);
        const string Server = "SELECT CONCAT(@@hostname, ':', @@port, ' ', @@datadir) AS place";
        if ((await given.QueryAsync(Server, [], cancellationToken))[0].Text("place") != (await holder.QueryAsync(Server, [], cancellationToken))[0].Text("place"))
        {
            throw ScratchErrors.NotEmpty(target.Display, "it is on another server, and rows are copied within one");
        }

        if (string.Equals(target.Database, request.Source.Database, StringComparison.OrdinalIgnoreCase))
        {
            throw ScratchErrors.IsTarget(target.Display);
        }

        if (await ReadMarkAsync(given, target.Database, cancellationToken) is not null
            && (await given.QueryAsync("SELECT IS_FREE_LOCK(@p0) AS free", [target.Database], cancellationToken))[0].Number("free") == 1)
        {
            await EmptyAsync(given, target.Database, cancellationToken);
        }

        if (await FirstAsync(given, target.Database, cancellationToken) is { } found)
        {
            throw ScratchErrors.NotEmpty(target.Display, $"it has {found} in it");
        }
    }

    public static Task<int> DropAsync(RunConnection connection, string name, CancellationToken cancellationToken) => ScratchName.Read(name) is null
        ? throw ScratchErrors.NotOurs(name, "its name is not one that a drill gives")
        : connection.ExecuteAsync($"DROP DATABASE {Quote(name)}", [], cancellationToken);

    /// <summary>Drops everything in a database, its mark last.</summary>
    public static async Task EmptyAsync(RunConnection connection, string name, CancellationToken cancellationToken)
    {
        await connection.ExecuteAsync("SET SESSION foreign_key_checks = 0", [], cancellationToken);
        foreach (var (kind, query) in Objects)
        {
            var found = await connection.QueryAsync(query, [name], cancellationToken);
            foreach (var thing in found.Select(row => row.Text("name")!).OrderBy(thing => thing == ScratchMark.Table))
            {
                await connection.ExecuteAsync($"DROP {kind} {Quote(name)}.{Quote(thing)}", [], cancellationToken);
            }
        }
    }

    /// <summary>Ends sessions that a migration which hangs has left in the copy: they would keep it from being dropped.</summary>
    public static async Task EndSessionsAsync(RunConnection connection, string name, CancellationToken cancellationToken)
    {
        var sessions = await connection.QueryAsync("SELECT id FROM information_schema.processlist WHERE db = @p0 AND id <> CONNECTION_ID()", [name], cancellationToken);
        foreach (var session in sessions)
        {
            try
            {
                await connection.ExecuteAsync($"KILL {session.Number("id")}", [], cancellationToken);
            }
            catch (DbException)
            {
                // It ended by itself.
            }
        }
    }

    private static async Task<string?> FirstAsync(RunConnection connection, string name, CancellationToken cancellationToken)
    {
        foreach (var (kind, query) in Objects)
        {
            if (await connection.QueryAsync(query, [name], cancellationToken) is [var first, ..])
            {
                return $"{kind.ToLowerInvariant()} {first.Text("name")}";
            }
        }

        return null;
    }

    private static string Quote(string name) => "`" + name.Replace("`", "``", StringComparison.Ordinal) + "`";
}
