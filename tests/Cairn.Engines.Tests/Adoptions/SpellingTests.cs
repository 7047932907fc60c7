using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Adoptions;

/// <summary>Tables, columns and files whose names are not spelled as usual.</summary>
public sealed class SpellingTests(EngineServers servers)
{
    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task Files_of_the_default_naming_are_found_by_day_and_description(string engine)
    {
        await using var project = await Adopted.Of("knex").ProjectAsync(servers, engine, ["20240101A-create-users.csx", "20240215A-add-orders.sql", "20240215B-add-more.csx", "20240301A-add-notes.csx"]);
        var result = await project.DoAsync("migrate:adopt", "knex");
        Assert.Equal(["20240101A", "20240215A", "20240301A"], await project.VersionsAsync());
        result.ShouldComplainOf("20240215B-add-more.csx", "is pending and older");
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_table_and_columns_that_a_convention_has_renamed(string engine)
    {
        var ef = Adopted.Of("efcore");
        await using var project = await ef.ProjectAsync(servers, engine);
        await project.Database.ExecuteAsync("create table schema_changes (migration_id varchar(150) not null primary key, product_version varchar(32) not null)");
        await project.Database.ExecuteAsync("insert into schema_changes values ('20240101120000_CreateUsers', '9.0.0')");
        await project.DoAsync("migrate:adopt", "efcore", "--from-table", "schema_changes", "--naming", "knex");
        Assert.Equal(["20240101120000"], await project.VersionsAsync());
    }

    [Fact]
    public async Task A_name_that_PostgreSQL_has_folded()
    {
        var fluent = Adopted.Of("fluentmigrator");
        await using var project = await fluent.ProjectAsync(servers, EngineNames.Postgres);
        await project.Database.ExecuteAsync("alter table \"VersionInfo\" rename to versioninfo");
        await project.Database.ExecuteAsync("alter table versioninfo rename column \"Version\" to version");
        await project.DoAsync("migrate:adopt", "fluentmigrator", "--naming", "knex");
        Assert.Equal(3, (await project.VersionsAsync()).Count);
    }

    [Fact]
    public async Task A_table_in_another_schema()
    {
        await using var project = await Adopted.Of("knex").ProjectAsync(servers, EngineNames.Postgres);
        await project.Database.ExecuteAsync("create schema \"Kn\"; alter table knex_migrations set schema \"Kn\"; alter table knex_migrations_lock set schema \"Kn\"");
        await project.RefuseAsync(2, ["CAIRN5301", "--from-table Kn.knex_migrations"], "migrate:adopt", "knex", "--naming", "knex");
        await project.Database.ExecuteAsync("update \"Kn\".knex_migrations_lock set is_locked = 1");
        await project.RefuseAsync(4, ["CAIRN5303", "Kn.knex_migrations_lock"], "migrate:adopt", "knex", "--naming", "knex", "--from-table", "Kn.knex_migrations");
        await project.Database.ExecuteAsync("update \"Kn\".knex_migrations_lock set is_locked = 0");
        await project.DoAsync("migrate:adopt", "knex", "--naming", "knex", "--from-table", "Kn.knex_migrations");
        Assert.Equal(3, (await project.VersionsAsync()).Count);
    }

    [Fact]
    public async Task A_table_that_may_not_be_read()
    {
        await using var project = await Adopted.Of("knex").ProjectAsync(servers, EngineNames.Postgres);
        var role = $"nobody_{Guid.NewGuid():N}";
        await project.Database.ExecuteAsync($"create role {role} login password 'adopting'; grant all on schema public to {role}");
        try
        {
            var database = (PostgresDatabase)project.Database;
            await project.RefuseAsync(1, ["CAIRN4002", "knex_migrations", "SELECT"], "migrate:adopt", "knex", "--naming", "knex", "-c", database.UrlWith(user: role, password: "adopting"));
        }
        finally
        {
            await project.Database.ExecuteAsync($"drop owned by {role}; drop role {role}");
        }
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task What_Directus_did_to_its_own_tables_is_no_surprise(string engine)
    {
        await using var project = await Adopted.Of("directus").ProjectAsync(servers, engine);
        var result = await project.DoAsync("migrate:adopt", "directus");
        Assert.Contains("without a migration here: 20201028A Remove Collection Foreign Keys", result.Output, StringComparison.Ordinal);
        Assert.Contains("more like this (--verbose or --json shows all)", result.Output, StringComparison.Ordinal);
        await project.DoAsync("migrate:validate");
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task The_last_that_the_other_tool_applied_is_the_first_to_be_rolled_back(string engine)
    {
        // The day before was applied late, from a branch: by its version it is not the last.
        var knex = Adopted.Of("knex");
        await using var project = await knex.ProjectAsync(servers, engine, knex.Files);
        await project.Database.ExecuteAsync("update knex_migrations set id = 9 where id = 1");
        await project.DoAsync("migrate:adopt", "knex", "--naming", "knex");
        await project.Database.ExecuteAsync("create table ran (id int)");
        await project.DoAsync("migrate:down", "--naming", "knex");
        Assert.Equal(["20240215093000", "20240301080000"], await project.VersionsAsync());
    }
}
