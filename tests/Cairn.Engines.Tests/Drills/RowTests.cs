using Cairn.Engines.Tests.Schema;
using Cairn.Engines.Tests.Servers;
using Cairn.Runtime.Data.Clients;
using Cairn.Runtime.Drills.Reports;
using Cairn.Runtime.Drills.Rows;
using Cairn.Schema;

namespace Cairn.Engines.Tests.Drills;

/// <summary>What changed in rows is seen and told by its column, on every database; what did not, is not.</summary>
public sealed class RowTests(EngineServers servers)
{
    private const string Table = "things";

    [Theory, MemberData(nameof(EngineNames.All), MemberType = typeof(EngineNames))]
    public async Task Changes_of_rows_are_told(string engine)
    {
        await using var database = await servers.CreateDatabaseAsync(engine);
        await database.ExecuteAsync(Create(engine));
        await InsertAsync(database, engine);
        var before = await ReadAsync(database, engine);
        foreach (var (change, expected) in new[]
        {
            ("delete from things where id = 2", "rows of things: 1 of 3 are gone"),
            ("insert into things (id, note) values (9, null)", "rows of things: 1 more than the 3 there were"),
            ("update things set note = 'One' where id = 1", "rows of things: other values in note"),
            ("update things set note = null where id = 2", "rows of things: other values in note"),
            ("update things set price = price - 0.01 where id = 1", "rows of things: other values in price"),
            ("update things set ratio = ratio * 1.0000001e0 where id = 1", "rows of things: other values in ratio"),
            ($"update things set photo = {Bytes(engine, "0001fe")} where id = 1", "rows of things: other values in photo"),
            ("update things set note = case id when 1 then '' when 2 then 'one' else note end", "rows of things: values went from one row to another"),
        })
        {
            await database.ExecuteAsync(change);
            var checks = RowComparison.Compare(before, await ReadAsync(database, engine));
            Assert.Equal([expected], RowComparison.Describe(checks, DrillMoment.Down).Select(difference => difference.ToString()));
            await database.ExecuteAsync("delete from things");
            await InsertAsync(database, engine);
            Assert.Empty(RowComparison.Describe(RowComparison.Compare(before, await ReadAsync(database, engine)), DrillMoment.Down));
        }
    }

    [Theory, MemberData(nameof(EngineNames.All), MemberType = typeof(EngineNames))]
    public async Task Neither_order_nor_a_declared_loss_is_a_change(string engine)
    {
        await using var database = await servers.CreateDatabaseAsync(engine);
        await database.ExecuteAsync(Create(engine));
        await InsertAsync(database, engine);
        var before = await ReadAsync(database, engine, without: "note");
        await database.ExecuteAsync("create table moved as select * from things order by id desc");
        await database.ExecuteAsync("delete from things");
        await database.ExecuteAsync("insert into things select * from moved");
        await database.ExecuteAsync("update things set note = 'lost'");
        var check = Assert.Single(RowComparison.Compare(before, await ReadAsync(database, engine, without: "note")));
        Assert.Equal(new TableCheck(Table, 3, 3, Same: true) { Columns = check.Columns }, check);
    }

    private static string Create(string engine) => engine switch
    {
        EngineNames.Postgres => "create table things (id int primary key, note text, price numeric(12,4), ratio double precision, photo bytea, at timestamptz, tags text[], body jsonb)",
        EngineNames.Sqlite => "create table things (id int primary key, note text, price numeric, ratio real, photo blob, at text, tags text, body text)",
        _ => "create table things (id int primary key, note text, price decimal(12,4), ratio double, photo blob, at datetime(6), tags set('a','b'), body json)",
    };

    private static string Bytes(string engine, string hex) => engine == EngineNames.Postgres ? $"'\\x{hex}'" : $"x'{hex}'";

    private static async Task InsertAsync(TestDatabase database, string engine)
    {
        var tags = engine switch { EngineNames.Postgres => "'{a,b}'", EngineNames.Sqlite => "'[]'", _ => "'a,b'" };
        await database.ExecuteAsync($"""
            insert into things (id, note, price, ratio, photo, at, tags, body) values
            (1, 'one', 12345678.1234, 0.1, {Bytes(engine, "0001ff")}, '2026-01-02 03:04:05.123456', {tags}, '[1, "x"]'),
            (2, '', 0, 1e300, {Bytes(engine, "")}, null, null, null), (3, '∅ ''x''', -1.5, -0.3, null, null, null, null)
            """);
    }

    private static async Task<IReadOnlyDictionary<string, TableContent>> ReadAsync(TestDatabase database, string engine, string? without = null)
    {
        await using var schema = await LiveSchema.OpenAsync(database);
        var table = await schema.Inspector.FindTableAsync(new TableName(Table), TestContext.Current.CancellationToken);
        var columns = table!.Columns.Where(column => column.Name != without).Select(column => (column.Name, column.DataType)).ToList();
        await using var connection = await database.OpenAsync();
        return await new ContentReader(DatabaseClients.For(LiveSchema.ClientOf(engine)), connection).ReadAsync([new TableSelection(Table, new TableName(Table), columns)], TestContext.Current.CancellationToken);
    }
}
