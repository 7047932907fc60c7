using System.Data.Common;
using Cairn.Runtime.Data.Clients;
using Cairn.Runtime.Data.Connections;
using Cairn.Runtime.Execution;
using Cairn.Runtime.History.Locks;
using Cairn.Schema.Dialects;

namespace Cairn.Runtime.Checks;

/// <summary>Looks at everything of a database that a first run needs. Only reads: nothing is left behind, no file and no table.</summary>
/// <param name="options">The database and the tracking table, as for a <see cref="Migrator"/>.</param>
/// <example><code>foreach (var check in await new DatabaseChecks(options).RunAsync(cancellationToken)) Console.WriteLine(check);</code></example>
public sealed class DatabaseChecks(MigratorOptions options)
{
    private readonly MigrationRun run = new(options);

    /// <summary>The checks, in the order in which a run would come upon them. What cannot be looked at without the one before it is left out.</summary>
    public async Task<IReadOnlyList<CheckResult>> RunAsync(CancellationToken cancellationToken)
    {
        var results = new List<CheckResult>();
        try
        {
            var driver = DriverLoader.Find(DatabaseClients.For(options.Target.Client), options.Target.DriverFolders);
            results.Add(CheckResult.Ok("driver", $"{driver.Name} {driver.Version}"));
        }
        catch (CairnException error)
        {
            return [.. results, CheckResult.Fail("driver", error)];
        }

        try
        {
            await using var connection = await run.OpenAsync(readOnly: true, cancellationToken);
            results.Add(CheckResult.Ok("connection", options.Target.Display));
            var server = ServerChecks.For(connection, run.Tables);
            results.Add(Version(connection, server));
            foreach (var (name, check) in new (string, Func<Task<CheckResult>>)[]
            {
                ("rights", () => server.RightsAsync(cancellationToken)),
                ("clock", () => server.ClockAsync(cancellationToken)),
                ("lock", () => LockAsync(connection, cancellationToken)),
            })
            {
                results.Add(await LookAsync(name, check));
            }
        }
        catch (CairnException error)
        {
            results.Add(CheckResult.Fail("connection", error));
        }

        return results;
    }

    private static async Task<CheckResult> LookAsync(string name, Func<Task<CheckResult>> check)
    {
        try
        {
            return await check();
        }
        catch (CairnException error)
        {
            return CheckResult.Fail(name, error);
        }
        catch (DbException error)
        {
            return CheckResult.Warn(name, $"could not be looked at: {error.Message}", "Give this account the right to read the catalogue, or see what a run says.");
        }
    }

    private static CheckResult Version(RunConnection connection, ServerChecks server)
    {
        var version = connection.Client.ReadVersion(connection.Inner);
        var name = Refusal.DisplayName(connection.Client.Client);
        return version >= server.Oldest
            ? CheckResult.Ok("version", $"{name} {version}")
            : CheckResult.Warn("version", $"{name} {version} is older than {server.Oldest}, the oldest that Cairn is tested on.", $"Update the server to {server.Oldest} or newer.");
    }

    private async Task<CheckResult> LockAsync(RunConnection connection, CancellationToken cancellationToken)
    {
        var mechanism = connection.Client.CreateLock(connection.Inner, options.Target, run.Tables.Tracking.ToString());
        var owner = await mechanism.FindOwnerAsync(cancellationToken);
        if (owner is not null)
        {
            return CheckResult.Warn("lock", $"held by {owner}", "Wait for that run to end; migrate:unlock frees what a dead process left.");
        }

        return CheckResult.Ok("lock", mechanism switch
        {
            LeaseLock => "free; a lease, since a pooler or a cluster is between",
            FileLock => "free; a file beside the database",
            NoLock => "none is needed: the database is this process's own",
            _ => "free; a lock of the session",
        });
    }
}
