using Cairn.Engines.Tests.Contracts;
using Cairn.Engines.Tests.Locks;
using Cairn.Engines.Tests.Servers;
using Cairn.Engines.Tests.Tools;

namespace Cairn.Engines.Tests.Fleets;

/// <summary>Each database by itself, whatever becomes of the others.</summary>
public sealed class IsolationTests(EngineServers servers)
{
    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task One_fails_one_is_locked_one_is_not_there_and_all_others_are_done(string engine)
    {
        const int Failing = 3;
        const int Locked = 5;
        var count = engine == EngineNames.Sqlite ? 40 : 8;
        await using var fleet = await Fleet.NewAsync(servers, engine, count);
        fleet.AddTarget("gone = postgres://nobody:geheim@127.0.0.1:1/gone");
        await fleet.SpoilAsync(Failing);
        var before = await fleet.Databases[Failing].StateAsync();

        // Another project on the database of one of them, in the middle of a migration.
        await using var other = new Project(fleet.Databases[Locked], Workspace.For(fleet.Databases[Locked]));
        await using var holding = await Holding.StartAsync(other);

        var result = await fleet.RunAsync("migrate:latest", "--parallel", "6", "--lock-timeout", "300ms", "--json");
        await holding.KillAsync();

        result.ShouldExit(1).ShouldBeAClearError().ShouldComplainOf("CAIRN3030", "CAIRN4003", "CAIRN7004", $"3 of {count + 1} targets failed");
        Assert.DoesNotContain("geheim", result.ToString(), StringComparison.Ordinal);
        var states = Fleet.States(result);
        Assert.Equal(
            ["gone", Fleet.Name(Failing), Fleet.Name(Locked)],
            states.Where(pair => pair.Value == "failed").Select(pair => pair.Key).Order(StringComparer.Ordinal));
        Assert.Equal(before, await fleet.Databases[Failing].StateAsync());
        for (var index = 0; index < count; index++)
        {
            if (index is not (Failing or Locked))
            {
                Assert.Equal("done", states[Fleet.Name(index)]);
                Assert.Equal(Fleet.Versions, await fleet.VersionsAsync(index));
                Assert.Equal("1", await fleet.Databases[index].ScalarAsync("select count(*) from things"));
            }
        }

        var failed = result.Json.GetProperty("targets")[Failing];
        Assert.Equal(1, failed.GetProperty("exitCode").GetInt32());
        Assert.EndsWith(Scripts.Name, failed.GetProperty("error").GetProperty("file").GetString(), StringComparison.Ordinal);
        Assert.True(failed.GetProperty("error").GetProperty("line").GetInt32() > 0);
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_second_run_does_what_is_left(string engine)
    {
        await using var fleet = await Fleet.NewAsync(servers, engine, 3);
        await fleet.SpoilAsync(1);
        (await fleet.RunAsync("migrate:latest")).ShouldExit(1);
        await fleet.MendAsync(1);

        var second = (await fleet.RunAsync("migrate:latest", "--json")).ShouldExit(0);
        Assert.Equal(["nothing to do", "done", "nothing to do"], Fleet.States(second).Values);
        Assert.Equal(Fleet.Versions, await fleet.VersionsAsync(1));

        var back = (await fleet.RunAsync("migrate:down --to 20260301A", "--parallel", "3")).ShouldExit(0);
        Assert.Contains("3 targets: 3 done.", back.Output, StringComparison.Ordinal);
        (await fleet.RunAsync("migrate:down --to 20260301A")).ShouldExit(0);
        for (var index = 0; index < 3; index++)
        {
            Assert.Equal(["20260301A"], await fleet.VersionsAsync(index));
        }
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task Gates_and_plans_go_over_all_of_them(string engine)
    {
        await using var fleet = await Fleet.NewAsync(servers, engine, 3);
        (await fleet.RunAsync("migrate:latest --to 20260301A", "--only", Fleet.Name(0), "--only", Fleet.Name(2))).ShouldExit(0);

        var plan = (await fleet.RunAsync("migrate:plan")).ShouldExit(0);
        Assert.Contains($"-- {Fleet.Name(0)}, {Fleet.Name(2)}\nwould apply 20260302A", plan.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains($"-- {Fleet.Name(1)}\nwould apply 20261101ZA", plan.Output.ReplaceLineEndings("\n").Replace("20260301A Create Things", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Empty(await fleet.VersionsAsync(1));

        (await fleet.RunAsync("migrate:validate --check-pending")).ShouldExit(3).ShouldComplainOf("CAIRN1017", "3 of 3 targets failed");
        (await fleet.RunAsync("migrate:latest --dry-run")).ShouldExit(0);
        Assert.Equal(["20260301A"], await fleet.VersionsAsync(0));
        (await fleet.RunAsync("migrate:latest", "--only", Fleet.Name(1))).ShouldExit(0);

        // One is as it should be, and two are not: a gate's own code all the same.
        (await fleet.RunAsync("migrate:validate --check-pending")).ShouldExit(3).ShouldComplainOf("2 of 3 targets failed");
        var list = (await fleet.RunAsync("migrate:list")).ShouldExit(0);
        Assert.Matches($"{Fleet.Name(0)} +done +5 applied, 1 pending", list.Output);
        Assert.Matches($"{Fleet.Name(1)} +done +6 applied ", list.Output);
        (await fleet.RunAsync("migrate:latest")).ShouldExit(0);
        (await fleet.RunAsync("migrate:validate --check-pending")).ShouldExit(0);
        var prints = (await fleet.RunAsync("schema:fingerprint")).ShouldExit(0);
        Assert.Contains($"-- {Fleet.Name(0)}, {Fleet.Name(1)}, {Fleet.Name(2)}\n", prints.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }
}
