using System.Globalization;
using Cairn.Engines.Tests.Contracts;
using Cairn.Engines.Tests.Servers;
using Cairn.Engines.Tests.Tools;

namespace Cairn.Engines.Tests.Locks;

/// <summary>
/// One round on a fresh database: several processes start at once, in some rounds the one that works is killed at a random moment, and at
/// the end each migration was applied exactly once and nobody holds the lock.
/// </summary>
internal sealed class FireRound(Project project, string? road, Random random)
{
    private const int Migrations = 6;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Writes the migrations: each says that it begins, and leaves a row in a table that has no unique key.</summary>
    public FireRound Prepare(bool withConcurrentIndex)
    {
        project.Write("20260301A-create-marks.csx", Scripts.Up("await db.Schema.CreateTable(\"marks\", table => table.String(\"version\", 20));"));
        for (var number = 1; number <= Migrations; number++)
        {
            project.Write(
                string.Create(CultureInfo.InvariantCulture, $"2026040{number}A-mark.csx"),
                Scripts.Up($$"""
                    db.Log("begins {{number}}");
                    await db.Query("marks").InsertAsync(new { version = "2026040{{number}}A" });
                """));
        }

        if (withConcurrentIndex)
        {
            project.Write("20260403B-index.csx", "[NoTransaction]\n" + Scripts.Up("await db.Schema.AlterTable(\"marks\", table => table.Index(\"version\").Concurrently());"));
        }

        return this;
    }

    /// <summary>Starts the processes, kills one where that is wanted, and lets the others end.</summary>
    public async Task RunAsync(int processes, bool kill)
    {
        var runs = Enumerable.Range(0, processes).Select(_ => CairnTool.Start(project.Workspace.Call("migrate:latest", "--lock-timeout", "60s").Through(road))).ToList();
        try
        {
            var killed = kill ? await KillOneAsync(runs) : null;
            foreach (var run in runs)
            {
                var result = await run.EndAsync(Patience);
                Assert.True(run == killed || result.ExitCode == 0, result.ToString());
            }
        }
        finally
        {
            foreach (var run in runs)
            {
                await run.DisposeAsync();
            }
        }
    }

    /// <summary>Another run has the lock at once; every version was applied once; nobody holds the lock.</summary>
    public async Task CheckAsync()
    {
        (await project.RunThroughAsync(road, "migrate:latest", "--lock-timeout", "1s")).ShouldExit(0);
        var once = Enumerable.Range(1, Migrations).Select(number => string.Create(CultureInfo.InvariantCulture, $"2026040{number}A | 1"));
        Assert.Equal(once, await project.Database.RowsAsync("select version, count(*) from marks group by version order by version"));
        Assert.Equal("0", await project.Database.ScalarAsync(
            "select count(*) from (select version from cairn_history where outcome = 'applied' group by version having count(*) <> 1) as twice"));
        var unlocked = (await project.RunThroughAsync(road, "migrate:unlock", "--json")).ShouldExit(0);
        Assert.False(unlocked.Json.GetProperty("lock").GetProperty("held").GetBoolean());
        if (project.Database.Engine == EngineNames.Postgres)
        {
            Assert.Equal("0", await project.Database.ScalarAsync("select count(*) from pg_index where not indisvalid"));
        }
    }

    /// <summary>Which one works is seen from what it says; where in its work it dies is left to chance.</summary>
    private async Task<ToolRun> KillOneAsync(List<ToolRun> runs)
    {
        var said = string.Create(CultureInfo.InvariantCulture, $"begins {random.Next(1, Migrations + 1)}");
        var seen = runs.Select(run => run.SeenAsync(said)).ToList();
        var victim = runs[seen.IndexOf(await Task.WhenAny(seen))];
        for (var spins = random.Next(0, 20); spins > 0; spins--)
        {
            await Task.Yield();
            Thread.SpinWait(100_000);
        }

        victim.Kill();
        return victim;
    }
}
