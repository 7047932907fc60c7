using Cairn.Engines.Tests.Contracts;
using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Adoptions;

/// <summary>What only Flyway's table says: baselines, what was undone, what is run again and again.</summary>
public sealed class FlywayTests(EngineServers servers)
{
    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task What_was_undone_or_is_repeatable_is_left(string engine)
    {
        await using var project = await Adopted.Of("flyway").ProjectAsync(servers, engine, [.. Adopted.Of("flyway").Files, "3-dropped.csx"]);
        var result = await project.DoAsync("migrate:adopt", "flyway", "--naming", "directus");
        Assert.Contains("left: R__active_users.sql (a repeatable migration", result.Output, StringComparison.Ordinal);
        Assert.Contains("left: 3 dropped (undone)", result.Output, StringComparison.Ordinal);
        Assert.Contains("still pending: 3 Dropped", result.Output, StringComparison.Ordinal);
        Assert.Equal(["1", "1.1", "2.0"], await project.VersionsAsync());

        // Applied again after it was undone.
        await InsertAsync(project, 7, "'3'", "'dropped'", "SQL", "'2024-05-01 10:20:30'");
        await project.DoAsync("migrate:adopt", "flyway", "--naming", "directus");
        Assert.Equal(["1", "1.1", "2.0", "3"], await project.VersionsAsync());
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task What_the_baseline_stands_for_is_adopted(string engine)
    {
        await using var project = await Adopted.Of("flyway").ProjectAsync(servers, engine, ["0.9-start.csx", "1-create-users.csx", "1.1-add-orders.csx", "1.2-not-yet.csx", "10-later.csx"]);
        await project.Database.ExecuteAsync("delete from flyway_schema_history");
        await InsertAsync(project, 1, "'1'", "'<< Flyway Baseline >>'", "BASELINE", "'2024-01-01 00:00:00'");
        await InsertAsync(project, 2, "'1.1'", "'add orders'", "SQL", "'2024-02-01 00:00:00'");
        var result = await project.DoAsync("migrate:adopt", "flyway", "--naming", "directus");
        Assert.Equal(["0.9", "1", "1.1"], await project.VersionsAsync());
        Assert.Contains("left: 1 << Flyway Baseline >> (the baseline", result.Output, StringComparison.Ordinal);
    }

    internal static Task InsertAsync(Project project, int rank, string version, string description, string type, string on, bool success = true)
    {
        string[] columns = ["installed_rank", "version", "description", "type", "script", "checksum", "installed_by", "installed_on", "execution_time", "success"];
        var flag = project.Database.Engine == EngineNames.Postgres ? (success ? "true" : "false") : (success ? "1" : "0");
        return project.Database.ExecuteAsync(
            $"insert into flyway_schema_history ({string.Join(", ", columns)}) values ({rank}, {version}, {description}, '{type}', 'script', null, 'app', {on}, 1, {flag})");
    }
}
