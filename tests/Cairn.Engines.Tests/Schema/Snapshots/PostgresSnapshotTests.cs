using Cairn.Engines.Tests.Servers;
using Cairn.Schema.Snapshots;

namespace Cairn.Engines.Tests.Schema.Snapshots;

/// <summary>What a snapshot of PostgreSQL has, and what it does not have.</summary>
public sealed class PostgresSnapshotTests(EngineServers servers)
{
    [Fact]
    public async Task Every_kind_that_this_database_has_is_read()
    {
        await using var database = await servers.CreateDatabaseAsync(EngineNames.Postgres);
        await using var schema = await PostgresLiveSchema.OpenAsync(database);
        var snapshot = await schema.ReadAsync();
        var kinds = snapshot.Objects.Concat(snapshot.Objects.SelectMany(found => found.Children)).Select(found => found.Kind).Distinct().Order();
        Assert.Equal(Enum.GetValues<ObjectKind>().Except([ObjectKind.Database, ObjectKind.Partition]).Order(), kinds);
        Assert.NotNull(snapshot.ServerVersion);
    }

    [Fact]
    public async Task An_empty_database_has_no_objects()
    {
        await using var database = await servers.CreateDatabaseAsync(EngineNames.Postgres);
        await using var schema = await PostgresLiveSchema.OpenAsync(database, "SELECT 1");
        Assert.Empty((await schema.ReadAsync()).Objects);
    }

    [Fact]
    public async Task A_copy_of_the_database_is_the_same()
    {
        var server = (PostgresServer)await servers.RequireAsync(EngineNames.Postgres);
        await using var database = (PostgresDatabase)await server.CreateDatabaseAsync();
        string original;
        await using (var schema = await PostgresLiveSchema.OpenAsync(database))
        {
            original = await schema.FingerprintAsync();
        }

        await using var copy = new PostgresDatabase(server, database.Name + "_copy");
        await server.ExecuteAsync($"CREATE DATABASE {copy.Name} TEMPLATE {database.Name}");
        await using var copied = await PostgresLiveSchema.OpenAsync(copy, "SELECT 1");
        Assert.Equal(original, await copied.FingerprintAsync());
    }

    [Fact]
    public async Task What_is_left_out_leaves_nothing()
    {
        await using var database = await servers.CreateDatabaseAsync(EngineNames.Postgres);
        await using var schema = await PostgresLiveSchema.OpenAsync(database);
        var before = await schema.FingerprintAsync();
        await schema.ExecuteAsync(
            """
            CREATE TABLE cairn_things (id serial PRIMARY KEY, other integer GENERATED ALWAYS AS IDENTITY, name text UNIQUE CHECK (name <> ''));
            CREATE INDEX cairn_things_index ON cairn_things (name);
            CREATE TRIGGER cairn_things_stamp BEFORE INSERT ON cairn_things FOR EACH ROW EXECUTE FUNCTION stamp();
            """);
        Assert.Equal(before, Fingerprint.Of(await schema.ReadAsync("Cairn_Things")));
        await schema.ExecuteAsync("CREATE TABLE other.cairn_things (id integer)");
        Assert.NotNull((await schema.ReadAsync("cairn_things")).Find(ObjectKind.Table, "other.cairn_things"));
    }

    [Fact]
    public async Task The_number_of_queries_does_not_grow()
    {
        await using var database = await servers.CreateDatabaseAsync(EngineNames.Postgres);
        await using var schema = await PostgresLiveSchema.OpenAsync(database, "CREATE TABLE t0 (id integer)");
        await schema.ReadAsync();
        var few = schema.Queries;
        await schema.ExecuteAsync(
            """
            DO $$ BEGIN FOR i IN 1..1000 LOOP
              EXECUTE format('CREATE TABLE t%s (id integer NOT NULL, note varchar(20) DEFAULT ''x'' CHECK (note <> ''y''))', i);
              EXECUTE format('CREATE INDEX t%s_index ON t%s (id)', i, i);
            END LOOP; END $$
            """);
        Assert.Equal(1001, (await schema.ReadAsync()).Tables.Count());
        Assert.Equal(few, schema.Queries);
        Assert.InRange(few, 1, 20);
    }

    [Fact]
    public async Task The_session_is_left_as_it_was()
    {
        await using var database = await servers.CreateDatabaseAsync(EngineNames.Postgres);
        await using var schema = await PostgresLiveSchema.OpenAsync(database, "SET TimeZone = 'Asia/Tokyo'; SET DateStyle = 'German, DMY'; SET search_path = pg_catalog, public");
        await schema.ReadAsync();
        Assert.Equal("Asia/Tokyo", await schema.ScalarAsync("current_setting('TimeZone')"));
        Assert.Equal("German, DMY", await schema.ScalarAsync("current_setting('DateStyle')"));
        Assert.Equal("on", await schema.ScalarAsync("current_setting('jit')"));
        Assert.Equal("pg_catalog, public", await schema.ScalarAsync("current_setting('search_path')"));
    }

    [Fact]
    public async Task Another_schema_of_ones_own_is_told_without_its_name()
    {
        await using var database = await servers.CreateDatabaseAsync(EngineNames.Postgres);
        await using var schema = await PostgresLiveSchema.OpenAsync(database, "SELECT 1");
        await schema.ExecuteAsync("CREATE TABLE a (id integer PRIMARY KEY); CREATE INDEX a_index ON a (id); CREATE VIEW v AS SELECT id FROM a; CREATE FUNCTION f() RETURNS integer LANGUAGE sql AS 'SELECT 1'");
        var here = await schema.FingerprintAsync();
        await schema.ExecuteAsync(
            """
            CREATE SCHEMA mine; SET search_path = mine;
            CREATE TABLE a (id integer PRIMARY KEY); CREATE INDEX a_index ON a (id); CREATE VIEW v AS SELECT id FROM a; CREATE FUNCTION f() RETURNS integer LANGUAGE sql AS 'SELECT 1';
            DROP VIEW public.v; DROP TABLE public.a; DROP FUNCTION public.f(); DROP SCHEMA public
            """);
        Assert.Equal(here, await schema.FingerprintAsync());
    }
}
