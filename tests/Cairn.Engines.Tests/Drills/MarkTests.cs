using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Drills;

/// <summary>A database that only has the name of a copy is somebody's, and stays.</summary>
public sealed class MarkTests(EngineServers servers)
{
    [Fact]
    public async Task A_database_with_the_name_and_rows_but_no_mark_stays()
    {
        await using var project = await DrillScripts.AppliedAsync(servers, EngineNames.MariaDb);
        var name = Name();
        // Under the lock that a drill holds on its copy: the drill of another test takes one that is old, empty and free for a dead one's.
        await project.Database.ExecuteAsync($"do get_lock('{name}', 10); create database {name}; create table {name}.mine (id integer); do release_lock('{name}')");
        project.Write("20260302A-good.csx", DrillScripts.Good);
        await project.DrillAsync(0);
        Assert.Equal("0", await project.Database.ScalarAsync($"select count(*) from {name}.mine"));
        await project.Database.ExecuteAsync($"drop database {name}");
    }

    [Fact]
    public async Task A_database_with_the_name_and_no_comment_stays_and_one_with_a_dead_drills_comment_goes()
    {
        await using var project = await DrillScripts.AppliedAsync(servers, EngineNames.Postgres);
        var (kept, left) = (Name(), Name());
        await project.Database.ExecuteAsync($"create database {kept}");
        await project.Database.ExecuteAsync($"create database {left}");
        await project.Database.ExecuteAsync($"comment on database {left} is 'cairn drill scratch copy; token=x; at=2020-01-01T00:00:00Z; host=gone; process='");
        project.Write("20260302A-good.csx", DrillScripts.Good);
        await project.DrillAsync(0);
        Assert.Equal([kept], await project.Database.RowsAsync($"select datname from pg_database where datname in ('{kept}', '{left}')"));
        await project.Database.ExecuteAsync($"drop database {kept}");
    }

    [Fact]
    public async Task A_migration_that_names_the_real_database_is_not_let_through_from_the_copy()
    {
        await using var project = await DrillScripts.AppliedAsync(servers, EngineNames.MariaDb);
        var real = project.Database.Url.Split('/')[^1];
        project.Write("20260302A-named.csx", DrillScripts.Of($"await db.Sql(\"alter table {real}.orders add extra int\");", "await Task.CompletedTask;"));
        (await project.DrillAsync(3)).ShouldComplainOf("CAIRN5001");
    }

    private static string Name() => $"cairn_drill_kept_20200101t000000_{Guid.NewGuid().ToString("N")[..8]}";
}
