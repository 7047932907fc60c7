namespace Cairn.Engines.Tests.Servers;

/// <summary>The fixtures themselves.</summary>
public sealed class ServerTests(EngineServers servers)
{
    [Theory, MemberData(nameof(EngineNames.All), MemberType = typeof(EngineNames))]
    public async Task A_database_answers(string engine)
    {
        await using var database = await servers.CreateDatabaseAsync(engine);
        Assert.Equal("1", await database.ScalarAsync("select 1"));
    }

    [Theory, MemberData(nameof(EngineNames.All), MemberType = typeof(EngineNames))]
    public async Task Each_test_has_its_own_database(string engine)
    {
        await using var one = await servers.CreateDatabaseAsync(engine);
        await using var two = await servers.CreateDatabaseAsync(engine);
        await one.ExecuteAsync("create table mine (id integer primary key)");
        Assert.NotEqual(one.Url, two.Url);
        Assert.Equal(["mine"], await one.TablesAsync());
        Assert.Empty(await two.TablesAsync());
    }

    [Theory, MemberData(nameof(EngineNames.All), MemberType = typeof(EngineNames))]
    public async Task A_database_is_dropped_with_connections_open_and_twice(string engine)
    {
        var database = await servers.CreateDatabaseAsync(engine);
        await database.ExecuteAsync("create table mine (id integer primary key)");
        await using (await database.OpenAsync())
        {
            await database.DropAsync();
        }

        await database.DropAsync();
    }

    [Theory, MemberData(nameof(EngineNames.All), MemberType = typeof(EngineNames))]
    public async Task The_state_sees_structure_and_rows_but_neither_column_order_nor_our_tables(string engine)
    {
        await using var one = await servers.CreateDatabaseAsync(engine);
        await one.ExecuteAsync("create table t (a integer not null, b varchar(20))");
        await one.ExecuteAsync("create table cairn_things (id integer primary key)");
        await using var two = await servers.CreateDatabaseAsync(engine);
        await two.ExecuteAsync("create table t (b varchar(20), a integer not null)");
        Assert.Equal(await one.StateAsync(), await two.StateAsync());

        await two.ExecuteAsync("insert into t (a, b) values (1, 'x')");
        Assert.NotEqual(await one.StateAsync(), await two.StateAsync());
        await one.ExecuteAsync("insert into t (a, b) values (1, 'x')");
        Assert.Equal(await one.StateAsync(), await two.StateAsync());
        await one.ExecuteAsync("create index t_b on t (b)");
        Assert.NotEqual(await one.StateAsync(), await two.StateAsync());
    }
}
