using Cairn.Engines.Tests.Servers;
using Cairn.Schema.Snapshots;

namespace Cairn.Engines.Tests.Schema.Structures;

/// <summary>What the account may not see is an error that says how to mend it.</summary>
public sealed class MySqlSnapshotRightsTests(EngineServers servers)
{
    private const string Enough = "SELECT, TRIGGER, EVENT, EXECUTE, SHOW VIEW";

    public static TheoryData<string, string, string> Missing
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var engine in new[] { EngineNames.MariaDb, EngineNames.MySql })
            {
                data.Add(engine, "TRIGGER, EVENT, EXECUTE, SHOW VIEW", "all tables");
                data.Add(engine, "SELECT, EVENT, EXECUTE, SHOW VIEW", "all triggers");
                data.Add(engine, "SELECT, TRIGGER, EXECUTE, SHOW VIEW", "all events");
                data.Add(engine, "SELECT, TRIGGER, EVENT, SHOW VIEW", "all routines");
                data.Add(engine, "SELECT, TRIGGER, EVENT, EXECUTE", "the text of the views v");
                data.Add(engine, Enough, "the body of the procedure r");
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(Missing))]
    public async Task A_missing_right_is_named_and_the_advice_mends_it(string engine, string rights, string missing)
    {
        await using var database = await servers.CreateDatabaseAsync(engine);
        await using var root = await LiveSchema.OpenAsync(database);
        var name = await MySqlStructure.NameAsync(root);
        foreach (var sql in new[] { "create table t (id int)", "create view v as select id from t", "create procedure r() begin end" })
        {
            await root.ExecuteAsync(sql);
        }

        await using var user = await MySqlUser.CreateAsync(database, $"{rights} on `{name.Replace("_", "\\_")}`.*");
        var error = await Assert.ThrowsAsync<CairnException>(() => ReadAsync(database, user).AsTask());
        Assert.Equal(ErrorCodes.StructureUnreadable, error.Code);
        Assert.Contains(missing, error.Message, StringComparison.Ordinal);

        var steps = 0;
        while (error is not null && steps++ < 5)
        {
            await root.ExecuteAsync(error.Fix!);
            error = await Record.ExceptionAsync(() => ReadAsync(database, user).AsTask()) as CairnException;
        }

        Assert.Null(error);
        Assert.NotEmpty((await ReadAsync(database, user)).Of(ObjectKind.Routine));
    }

    [Fact]
    public async Task Rights_that_come_with_a_role_count()
    {
        await using var database = await servers.CreateDatabaseAsync(EngineNames.MariaDb);
        await using var root = await LiveSchema.OpenAsync(database);
        await root.ExecuteAsync("create table t (id int)");
        var name = await MySqlStructure.NameAsync(root);
        await using var user = await MySqlUser.CreateAsync(database, $"select on `{name}`.*");
        await root.ExecuteAsync($"create role r{user.Name}; grant {Enough} on `{name}`.* to r{user.Name}; grant r{user.Name} to {user.Name}; set default role r{user.Name} for {user.Name}");

        Assert.NotEmpty((await ReadAsync(database, user)).Tables);
        await root.ExecuteAsync($"drop role r{user.Name}");
    }

    private static async ValueTask<SchemaSnapshot> ReadAsync(TestDatabase database, MySqlUser user)
    {
        var url = new UriBuilder(database.Url) { UserName = user.Name, Password = MySqlUser.Password };
        var connection = MySqlFactory.Connection(url.Uri, url.Path.Trim('/'));
        await connection.OpenAsync();
        await using var schema = LiveSchema.Over(database, connection);
        return await MySqlSnapshotTests.ReadAsync(schema);
    }
}
