using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Adoptions;

/// <summary>What cannot be adopted without a doubt is refused, and leaves everything as it was.</summary>
public sealed class RefusedAdoptionTests(EngineServers servers)
{
    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_table_that_is_not_there_or_is_anothers(string engine)
    {
        await using var project = await Adopted.Of("knex").ProjectAsync(servers, engine);
        await project.RefuseAsync(2, ["CAIRN5301", "mikro_orm_migrations", "migrate:adopt knex"], "migrate:adopt", "mikro-orm", "--naming", "knex");
        await project.RefuseAsync(2, ["CAIRN5301", "elsewhere", "--from-table"], "migrate:adopt", "knex", "--from-table", "elsewhere", "--naming", "knex");
        await project.RefuseAsync(2, ["CAIRN5302", "MigrationId", "migration_time"], "migrate:adopt", "efcore", "--from-table", "knex_migrations", "--naming", "knex");
        await project.RefuseAsync(2, ["CAIRN7009", "knexx", "fluentmigrator"], "migrate:adopt", "knexx", "--naming", "knex");
        await project.RefuseAsync(2, ["CAIRN7009", "strapi"], "migrate:adopt", "--naming", "knex");
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_run_of_the_other_tool_that_is_under_way(string engine)
    {
        await using var project = await Adopted.Of("knex").ProjectAsync(servers, engine);
        await project.Database.ExecuteAsync("update knex_migrations_lock set is_locked = 1");
        await project.RefuseAsync(4, ["CAIRN5303", "knex_migrations_lock"], "migrate:adopt", "knex", "--naming", "knex");
        await project.Database.ExecuteAsync("update knex_migrations_lock set is_locked = 0");
        await project.DoAsync("migrate:adopt", "knex", "--naming", "knex");
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_lock_that_EF_Core_has_left(string engine)
    {
        await using var project = await Adopted.Of("efcore").ProjectAsync(servers, engine);
        var table = project.Database.Quote("__EFMigrationsLock");
        await project.Database.ExecuteAsync($"create table {table} ({project.Database.Quote("Id")} int not null primary key, {project.Database.Quote("Timestamp")} varchar(40) not null)");
        await project.Database.ExecuteAsync($"insert into {table} values (1, '2024-01-01 00:00:00')");
        await project.RefuseAsync(4, ["CAIRN5303", "__EFMigrationsLock"], "migrate:adopt", "efcore", "--naming", "knex");
        await project.Database.ExecuteAsync($"delete from {table}");
        await project.DoAsync("migrate:adopt", "efcore", "--naming", "knex");
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_row_without_a_migration_unless_that_is_wanted(string engine)
    {
        var knex = Adopted.Of("knex");
        await using var project = await knex.ProjectAsync(servers, engine, [knex.Files[0], "20240216093000_add_orders.sql", knex.Files[2]]);
        await project.RefuseAsync(3, ["CAIRN5305", "20240215093000_add_orders.js", "20240216093000_add_orders.sql", "another day"], "migrate:adopt", "knex", "--naming", "knex");

        // The file with another day is older than the newest that is adopted: that it will run must be said.
        var result = await project.DoAsync("migrate:adopt", "knex", "--naming", "knex", "--ignore-unmatched");
        result.ShouldComplainOf("20240216093000_add_orders.sql", "older than 20240301080000", "migrate:mark 20240216093000");
        Assert.Contains("without a migration here: 20240215093000_add_orders.js", result.Output, StringComparison.Ordinal);
        Assert.Contains("still pending: 20240216093000 Add Orders", result.Output, StringComparison.Ordinal);
        Assert.Equal(["20240101120000", "20240301080000"], await project.VersionsAsync());
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task Another_name_for_one_version_unless_that_is_wanted(string engine)
    {
        var knex = Adopted.Of("knex");
        await using var project = await knex.ProjectAsync(servers, engine, [knex.Files[0], "20240215093000_something_else.sql", knex.Files[2]]);
        await project.RefuseAsync(3, ["CAIRN5307", "20240215093000_add_orders.js", "20240215093000_something_else.sql", "--by-version"], "migrate:adopt", "knex", "--naming", "knex");
        await project.DoAsync("migrate:adopt", "knex", "--naming", "knex", "--by-version");
        Assert.Equal(3, (await project.VersionsAsync()).Count);
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task What_fits_twice(string engine)
    {
        await using var project = await Adopted.Of("flyway").ProjectAsync(servers, engine, ["1-create-users.csx", "1.0-create-users.csx", "1.1-add-orders.sql", "2-add-notes.csx"]);
        await project.RefuseAsync(3, ["CAIRN5306", "1-create-users.csx", "1.0-create-users.csx", "all fit"], "migrate:adopt", "flyway", "--naming", "directus");
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task What_Flyway_says_has_failed(string engine)
    {
        await using var project = await Adopted.Of("flyway").ProjectAsync(servers, engine);
        await FlywayTests.InsertAsync(project, 7, "'4'", "'half done'", "SQL", "'2024-05-01 00:00:00'", success: false);
        await project.RefuseAsync(3, ["CAIRN5304", "4 half done", "failed"], "migrate:adopt", "flyway", "--naming", "directus");
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task The_table_that_is_the_tracking_table_itself(string engine)
    {
        await using var project = await Adopted.Of("directus").ProjectAsync(servers, engine);
        await project.RefuseAsync(2, ["CAIRN7009", "directus_migrations", "--table"], "migrate:adopt", "directus", "--table", "directus_migrations");
    }
}
