using Cairn.Engines.Tests.Servers;
using Cairn.Schema.Comparison;
using Cairn.Schema.Inspection;
using Cairn.Schema.Snapshots;

namespace Cairn.Engines.Tests.Schema.Structures;

/// <summary>What is known to differ after an up and a down on MySQL and MariaDB, what is known not to, and what reading costs.</summary>
public sealed class MySqlSnapshotHabitsTests(EngineServers servers)
{
    [Theory, MemberData(nameof(MySqlSnapshotTests.Engines), MemberType = typeof(MySqlSnapshotTests))]
    public async Task Rows_counters_and_the_place_in_a_sequence_are_no_structure(string engine)
    {
        await using var database = await servers.CreateDatabaseAsync(engine);
        await using var schema = await LiveSchema.OpenAsync(database);
        await MySqlStructure.CreateAsync(schema, engine);
        var before = await MySqlSnapshotTests.ReadAsync(schema);

        await schema.ExecuteAsync("insert into log (what) values ('a'), ('b'); analyze table log");
        await schema.ExecuteAsync("alter table log auto_increment = 500");
        if (engine == EngineNames.MariaDb)
        {
            await schema.ExecuteAsync("select nextval(numbers)");
            await schema.ExecuteAsync("alter sequence numbers restart 99");
        }

        Assert.Empty(MySqlSnapshotTests.Describe(SchemaDiffer.Compare(before, await MySqlSnapshotTests.ReadAsync(schema))));
    }

    [Theory, MemberData(nameof(MySqlSnapshotTests.Engines), MemberType = typeof(MySqlSnapshotTests))]
    public async Task There_and_back_leaves_what_these_servers_leave(string engine)
    {
        await using var database = await servers.CreateDatabaseAsync(engine);
        await using var schema = await LiveSchema.OpenAsync(database);
        await schema.ExecuteAsync("create table p (id int primary key); create table c (id int primary key, b int, d varchar(9), check (b > 0), constraint own check (id > 1))");
        var start = await MySqlSnapshotTests.ReadAsync(schema);

        await AssertAsync("rename table c to e; rename table e to c");
        await AssertAsync("alter table c rename column d to e; alter table c rename column e to d");
        await AssertAsync("alter table c drop column d; alter table c add column d varchar(9)");
        await AssertAsync("alter table p add column x int, add column y int; alter table p drop column x, drop column y");
        await AssertAsync("alter table c drop column d; alter table c add column d varchar(9) after id", "~ table c [column order]");
        await AssertAsync("alter table c drop column d; alter table c add column d varchar(9) after b");
        await AssertAsync("alter table c add constraint k foreign key (b) references p (id)", "+ foreign key k of c", "+ index k");
        await AssertAsync("alter table c drop foreign key k", "+ index k");
        await AssertAsync("drop index k on c");

        async Task AssertAsync(string sql, params string[] expected)
        {
            await schema.ExecuteAsync(sql);
            var found = await MySqlSnapshotTests.ReadAsync(schema);
            Assert.Equal(expected, MySqlSnapshotTests.Describe(SchemaDiffer.Compare(start, found)));
            Assert.Equal(expected.Length == 0, Fingerprint.Of(found) == Fingerprint.Of(start));
        }
    }

    [Theory, MemberData(nameof(MySqlSnapshotTests.Engines), MemberType = typeof(MySqlSnapshotTests))]
    public async Task The_queries_do_not_grow_with_the_tables(string engine)
    {
        await using var database = await servers.CreateDatabaseAsync(engine);
        await using var schema = await LiveSchema.OpenAsync(database);
        var few = new CountedConnection(schema);
        await MySqlSnapshotTests.ReadAsync(schema, few);
        await schema.ExecuteAsync(string.Concat(Enumerable.Range(0, 30).Select(i => $"create table t{i} (id int primary key, a int, b int as (a * 2), check (a > 0), key (a));")));

        var many = new CountedConnection(schema);
        await MySqlSnapshotTests.ReadAsync(schema, many);

        // MySQL's catalogue cannot tell a column without a default from one whose default is NULL.
        Assert.Equal(engine == EngineNames.MariaDb ? 0 : 30, many.Queries.Count(sql => sql.StartsWith("SHOW CREATE TABLE", StringComparison.Ordinal)));
        Assert.Equal(few.Queries, many.Queries.Where(sql => !sql.StartsWith("SHOW CREATE TABLE", StringComparison.Ordinal)));
    }

    [Theory, MemberData(nameof(MySqlSnapshotTests.Engines), MemberType = typeof(MySqlSnapshotTests))]
    public async Task What_is_left_out_is_left_out_with_all_that_belongs_to_it(string engine)
    {
        await using var database = await servers.CreateDatabaseAsync(engine);
        await using var schema = await LiveSchema.OpenAsync(database);
        await schema.ExecuteAsync("create table kept (id int primary key)");
        var before = await MySqlSnapshotTests.ReadAsync(schema);
        await schema.ExecuteAsync("create table own (id int primary key, k int, unique (k), foreign key (k) references kept (id), check (k > 0))");
        await schema.ExecuteAsync("create trigger own_trigger before insert on own for each row set new.k = 1");

        var scope = new SnapshotScope { LeaveOut = new HashSet<string>(["OWN"], StringComparer.OrdinalIgnoreCase) };
        var found = await schema.Dialect.Snapshots.ReadAsync(schema, scope, TestContext.Current.CancellationToken);

        Assert.Equal(Fingerprint.Of(before), Fingerprint.Of(found));
        Assert.NotEqual(Fingerprint.Of(before), Fingerprint.Of(await MySqlSnapshotTests.ReadAsync(schema)));
    }
}
