using Cairn.Engines.Tests.Servers;
using Cairn.Engines.Tests.Tools;

namespace Cairn.Engines.Tests.Fleets;

/// <summary>What is begun, what is not, and what is gone on with.</summary>
public sealed class OrderTests(EngineServers servers)
{
    private const string Report = "fleet.jsonl";

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task Where_the_canary_fails_nothing_else_is_touched(string engine)
    {
        await using var fleet = await Fleet.NewAsync(servers, engine, 4);
        await fleet.SpoilAsync(2);
        var result = await fleet.RunAsync("migrate:latest", "--canary", Fleet.Name(2), "--json");
        result.ShouldExit(1).ShouldComplainOf("the canary tenant02 failed", "3 not started");
        Assert.Equal(["not started", "not started", "failed", "not started"], Fleet.States(result).Values);
        foreach (var index in new[] { 0, 1, 3 })
        {
            Assert.Empty(await fleet.Databases[index].TablesAsync());
        }

        await fleet.MendAsync(2);
        var canaries = (await fleet.RunAsync("migrate:latest", "--canary", Fleet.Name(2), "--canaries-only", "--json")).ShouldExit(0);
        Assert.Equal([Fleet.Name(2)], Fleet.States(canaries).Keys);
        (await fleet.RunAsync("migrate:latest", "--canary", "1")).ShouldExit(0);
        Assert.Equal(Fleet.Versions, await fleet.VersionsAsync(3));
    }

    [Fact]
    public async Task After_so_many_failures_no_more_is_started()
    {
        await using var fleet = await Fleet.NewAsync(servers, EngineNames.Sqlite, 6);
        await fleet.SpoilAsync(1);
        await fleet.SpoilAsync(2);
        var result = (await fleet.RunAsync("migrate:latest", "--parallel", "1", "--max-failures", "2", "--json")).ShouldExit(1).ShouldComplainOf("since 2 have failed");
        Assert.Equal(["done", "failed", "failed", "not started", "not started", "not started"], Fleet.States(result).Values);
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_killed_run_is_gone_on_with_from_its_report(string engine)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals");
        await using var fleet = await Fleet.NewAsync(servers, engine, 5);
        var go = Path.Combine(fleet.Workspace.Folder, "go");
        fleet.Workspace.Write("20260303A-waits.csx", Waiting(fleet, 3, go));
        await using (var run = CairnTool.Start(fleet.Call("migrate:latest", "--parallel", "1", "--report", Report)))
        {
            await run.SeenAsync("waiting here");
            run.Kill();
            await run.EndAsync(TimeSpan.FromSeconds(60));
        }

        var lines = await File.ReadAllLinesAsync(Path.Combine(fleet.Workspace.Folder, Report));
        Assert.Equal(1 + 3, lines.Length);

        // As it may be cut by the end of a machine: a last line that is not whole.
        await File.AppendAllTextAsync(Path.Combine(fleet.Workspace.Folder, Report), """{"target":"tenant03","sta""");
        await File.WriteAllTextAsync(go, "");
        var second = (await fleet.RunAsync("migrate:latest", "--continue", Report, "--json")).ShouldExit(0);
        Assert.Equal(["done before", "done before", "done before", "done", "done"], Fleet.States(second).Values);
        Assert.Equal([.. Fleet.Versions, "20260303A"], await fleet.VersionsAsync(3));
        var third = (await fleet.RunAsync("migrate:latest", "--continue", Report, "--json")).ShouldExit(0);
        Assert.All(Fleet.States(third).Values, state => Assert.Equal("done before", state));

        (await fleet.RunAsync("migrate:latest --to 20260302A", "--continue", Report)).ShouldExit(2).ShouldComplainOf("CAIRN7031", "of another command");
        fleet.Workspace.Write("20260304A-new.csx", Contracts.Scripts.Table("newer"));
        (await fleet.RunAsync("migrate:latest", "--continue", Report)).ShouldExit(2).ShouldComplainOf("CAIRN7031", "--report");
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task Cancelling_rolls_back_what_runs_and_tells_what_was_not_started(string engine)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals");
        await using var fleet = await Fleet.NewAsync(servers, engine, 4);
        fleet.Workspace.Write("20260303A-waits.csx", Waiting(fleet, 1, go: "never"));
        await using var run = CairnTool.Start(fleet.Call("migrate:latest", "--parallel", "1", "--json"));
        await run.SeenAsync("waiting here");
        run.Interrupt();
        var result = (await run.EndAsync(TimeSpan.FromSeconds(60))).ShouldExit(130).ShouldComplainOf("CAIRN3009", "2 not started: tenant02, tenant03");
        Assert.Equal(["done", "cancelled", "not started", "not started"], Fleet.States(result).Values);
        Assert.Equal(Fleet.Versions, await fleet.VersionsAsync(1));
        Assert.Empty(await fleet.Databases[2].TablesAsync());
    }

    [Fact]
    public async Task Shards_are_all_of_it_and_nothing_twice()
    {
        await using var fleet = await Fleet.NewAsync(servers, EngineNames.Sqlite, 12);
        var parts = await Task.WhenAll(Enumerable.Range(1, 3).Select(part => fleet.RunAsync("migrate:latest", "--shard", $"{part}/3", "--json", "--report", $"{part}.jsonl")));
        var names = parts.SelectMany(part => Fleet.States(part.ShouldExit(0)).Keys).ToList();
        Assert.Equal(fleet.Databases.Select((_, index) => Fleet.Name(index)), names.Order(StringComparer.Ordinal));
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 12).Select(fleet.VersionsAsync)), versions => Assert.Equal(Fleet.Versions, versions));
    }

    /// <summary>A migration that waits on the database that comes to it as that one from 0, and for a file and not for a time.</summary>
    private static string Waiting(Fleet fleet, int index, string go) =>
        $$"""
        async Task Up(Db db, CancellationToken cancellationToken)
        {
            await db.Schema.CreateTable("waited", table => table.Increments("id"));
            var marks = System.IO.Path.Combine(@"{{fleet.Workspace.Folder}}", "marks");
            System.IO.Directory.CreateDirectory(marks);
            var number = System.IO.Directory.GetFiles(marks).Length;
            System.IO.File.WriteAllText(System.IO.Path.Combine(marks, System.Guid.NewGuid().ToString()), "");
            if (number == {{index}})
            {
                db.Log("waiting here");
                while (!System.IO.File.Exists(@"{{go}}"))
                {
                    await Task.Delay(20, cancellationToken);
                }
            }
        }

        async Task Down(Db db) => await db.Schema.DropTable("waited");
        """;
}
