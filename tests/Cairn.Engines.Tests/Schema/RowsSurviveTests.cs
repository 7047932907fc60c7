using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Schema;

/// <summary>What changes of a table do to its rows.</summary>
public sealed class RowsSurviveTests(EngineServers servers)
{
    [Theory, MemberData(nameof(EngineNames.All), MemberType = typeof(EngineNames))]
    public async Task A_changed_type_keeps_values_default_and_nullability(string engine)
    {
        await using var database = await servers.CreateDatabaseAsync(engine);
        await using var schema = await LiveSchema.OpenAsync(database);
        await schema.RunAsync(builder => builder.CreateTable("t", table =>
        {
            table.Increments();
            table.String("number", 10).NotNull().Default("5");
            table.Integer("flag").NotNull().Default(1);
            table.String("word", 10).NotNull().Default("x");
        }));
        await schema.ExecuteAsync("INSERT INTO t (number, flag, word) VALUES ('42', 0, 'it''s')");

        await schema.RunAsync(builder => builder.AlterTable("t", table =>
        {
            table.Integer("number").Alter();
            table.Boolean("flag").Alter();
            table.String("word", 200).Alter();
        }));

        await schema.ExecuteAsync("INSERT INTO t (id) VALUES (2)");
        Assert.Equal(["42 | 0 | it's", "5 | 1 | x"], await database.RowsAsync("SELECT number, flag, word FROM t ORDER BY id"));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => schema.ExecuteAsync("INSERT INTO t (word) VALUES (NULL)"));
    }

    [Theory, MemberData(nameof(EngineNames.All), MemberType = typeof(EngineNames))]
    public async Task A_column_that_is_numbered_from_now_on_goes_on_after_the_highest(string engine)
    {
        await using var database = await servers.CreateDatabaseAsync(engine);
        await using var schema = await LiveSchema.OpenAsync(database);
        await schema.RunAsync(builder => builder.CreateTable("t", table =>
        {
            table.Integer("id").NotNull().Primary();
            table.Integer("a");
        }));
        await schema.ExecuteAsync("INSERT INTO t (id, a) VALUES (41, 1)");
        await schema.RunAsync(builder => builder.AlterTable("t", table => table.Integer("id").Identity().Alter()));
        await schema.ExecuteAsync("INSERT INTO t (a) VALUES (2)");
        Assert.Equal(["41 | 1", "42 | 2"], await database.RowsAsync("SELECT id, a FROM t ORDER BY id"));
    }

    [Theory, MemberData(nameof(EngineNames.All), MemberType = typeof(EngineNames))]
    public async Task A_table_like_another_numbers_its_own_rows_and_outlives_it(string engine)
    {
        await using var database = await servers.CreateDatabaseAsync(engine);
        await using var schema = await LiveSchema.OpenAsync(database);
        await schema.RunAsync(builder =>
        {
            if (schema.Dialect.Client == Client.Postgres)
            {
                builder.Raw("CREATE TABLE source (id serial PRIMARY KEY, a integer)");
            }
            else
            {
                builder.CreateTable("source", table =>
                {
                    table.Increments();
                    table.Integer("a");
                });
            }
        });
        await schema.ExecuteAsync("INSERT INTO source (a) VALUES (1), (2)");
        await schema.RunAsync(builder =>
        {
            builder.CreateTableLike("twin", "source");
            builder.DropTable("source");
        });
        await schema.ExecuteAsync("INSERT INTO twin (a) VALUES (7)");
        Assert.Equal(["1 | 7"], await database.RowsAsync("SELECT id, a FROM twin"));
    }
}
