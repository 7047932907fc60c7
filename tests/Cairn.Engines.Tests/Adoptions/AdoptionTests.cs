using Cairn.Engines.Tests.Contracts;
using Cairn.Engines.Tests.Servers;
using Cairn.Runtime.Adoptions;

namespace Cairn.Engines.Tests.Adoptions;

/// <summary>What every tool's records have in common, on the tables that the real tools made.</summary>
public sealed class AdoptionTests(EngineServers servers)
{
    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var system in AdoptedSystems.Names)
            {
                foreach (var engine in EngineNames.Supported)
                {
                    cases.Add(system, engine.Data);
                }
            }

            return cases;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public async Task What_it_applied_is_recorded_and_does_not_run(string system, string engine)
    {
        var adopted = Adopted.Of(system);
        await using var project = await adopted.ProjectAsync(servers, engine);
        var state = await project.Database.StateAsync();
        var report = (await project.DoAsync("migrate:adopt", system, "--naming", adopted.Naming, "--json")).Json;

        var versions = await project.VersionsAsync();
        Assert.Equal(3, versions.Count);
        Assert.Equal(state, await project.Database.StateAsync());
        Assert.Equal([.. versions.Select(version => $"{version} marked")], report.GetProperty("migrations").EnumerateArray().Select(line => $"{line.GetProperty("version")} {line.GetProperty("state")}"));
        Assert.Single(report.GetProperty("adoption").GetProperty("pending").EnumerateArray());
        await TimeIsTheOtherToolsAsync(project, adopted);

        // Once more there is nothing to do, and what the other tool does not know runs.
        var again = await project.DoAsync("migrate:adopt", system, "--naming", adopted.Naming);
        Assert.Contains("Nothing to adopt from", again.Output, StringComparison.Ordinal);
        Assert.Equal(versions, await project.VersionsAsync());
        await project.DoAsync("migrate:latest", "--naming", adopted.Naming);
        Assert.Contains("later", await project.TablesAsync());
        Assert.DoesNotContain("ran", await project.TablesAsync());
        Assert.Equal(4, (await project.VersionsAsync()).Count);
    }

    [Theory, MemberData(nameof(Cases))]
    public async Task A_dry_run_leaves_nothing(string system, string engine)
    {
        var adopted = Adopted.Of(system);
        await using var project = await adopted.ProjectAsync(servers, engine);
        var tables = await project.Database.TablesAsync();
        var result = await project.DoAsync("migrate:adopt", system, "--naming", adopted.Naming, "--dry-run");
        Assert.Equal(3, result.Output.Split('\n').Count(line => line.StartsWith("would mark as applied ", StringComparison.Ordinal)));
        Assert.Contains("still pending: ", result.Output, StringComparison.Ordinal);
        Assert.Equal(tables, await project.Database.TablesAsync());
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task Several_at_once_record_everything_once(string engine)
    {
        await using var project = await Adopted.Of("knex").ProjectAsync(servers, engine);
        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => project.RunAsync("migrate:adopt", "knex", "--naming", "knex")));
        Assert.All(results, result => result.ShouldExit(0));
        Assert.Equal(3, (await project.VersionsAsync()).Count);
        Assert.Equal("3", await project.Database.ScalarAsync("select count(*) from cairn_history where outcome = 'marked'"));
    }

    private static async Task TimeIsTheOtherToolsAsync(Project project, Adopted adopted)
    {
        var list = (await project.DoAsync("migrate:list", "--naming", adopted.Naming, "--json")).Json.GetProperty("migrations").EnumerateArray()
            .Where(line => line.GetProperty("state").GetString() == "applied" && line.GetProperty("source").GetString() == "custom").ToList();
        Assert.Equal(3, list.Count);
        var first = list[0].GetProperty("appliedAt").GetDateTimeOffset();
        if (adopted.FirstApplied(project.Database.Engine) is { } expected)
        {
            // MySQL and MariaDB keep whole seconds in some of the columns.
            Assert.InRange((first - expected).Duration(), TimeSpan.Zero, TimeSpan.FromSeconds(1));
        }
        else
        {
            Assert.Equal("efcore", adopted.System);
        }
    }
}
