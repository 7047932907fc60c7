using System.Data;
using SqlKata;
using SqlKata.Compilers;
using SqlKata.Execution;
using Xunit;

namespace Cairn.Tests.SqlKataTests;

/// <summary>The methods that run a query, each called with a transaction and a timeout.</summary>
public class ExecutionSurfaceTests
{
    private static readonly string[] Columns = ["name", "weight"];

    [Fact]
    public async Task Queries_run_in_the_transaction_given()
    {
        await using var connection = await KataDatabase.OpenAsync();
        using var db = new QueryFactory(connection, new SqliteCompiler(), 60);
        using (var tx = connection.BeginTransaction())
        {
            var tags = db.Query("tags");
            Assert.Equal(1, await tags.InsertAsync(new { name = "a", weight = 1 }, tx, 5));
            Assert.Equal(1, await db.Query("tags").InsertAsync(Columns, new object[][] { ["b", 2] }, tx, 5));
            Assert.Equal(2, await db.Query("tags").InsertAsync(Columns, new Query("users").Select("name", "age"), tx, 5));
            Assert.Equal(2, await db.Query("posts").InsertGetIdAsync<long>(new { title = "t" }, tx, 5) - 1);
            Assert.Equal(1, await db.Query("tags").Where("name", "a").UpdateAsync(new { weight = 7 }, tx, 5));
            Assert.Equal(1, await db.Query("tags").Where("name", "a").IncrementAsync("weight", 3, tx, 5));
            Assert.Equal(1, await db.Query("tags").Where("name", "a").DecrementAsync("weight", 1, tx, 5));
            Assert.Equal(9, await db.Query("tags").Where("name", "a").Select("weight").FirstAsync<int>(tx, 5));
            Assert.Null(await db.Query("tags").Where("name", "zz").FirstOrDefaultAsync<string>(tx, 5));
            Assert.True(await db.Query("tags").ExistsAsync(tx, 5));
            Assert.False(await db.Query("tags").NotExistAsync(tx, 5));
            Assert.Equal(5, (await db.Query("tags").GetAsync(tx, 5)).Count());
            Assert.Equal(1, await db.Query("tags").Where("name", "b").DeleteAsync(tx, 5));
            Assert.Equal(4, await db.Query("tags").CountAsync<int>(null, tx, 5));
            Assert.Equal(80, await db.Query("tags").SumAsync<int>("weight", tx, 5));
            Assert.Equal(20m, await db.Query("tags").AverageAsync<decimal>("weight", tx, 5));
            Assert.Equal(1, await db.Query("tags").MinAsync<int>("weight", tx, 5));
            Assert.Equal(40, await db.Query("tags").MaxAsync<int>("weight", tx, 5));
            Assert.Equal(40, await db.Query("tags").AggregateAsync<int>("max", "weight", tx, 5));
            tx.Rollback();
        }

        Assert.Equal(1, db.Query("tags").Count<int>());
    }

    [Fact]
    public async Task The_factory_runs_queries_that_it_did_not_make()
    {
        await using var connection = await KataDatabase.OpenAsync();
        using var db = new QueryFactory(connection, new SqliteCompiler());
        IDbTransaction? none = null;
        var plain = new Query("users").OrderBy("id");
        var ids = plain.Clone().Select("id");

        Assert.Equal([1, 2], await db.GetAsync<int>(ids, none, 5));
        Assert.Equal("Ann", (await db.GetDictionaryAsync(plain)).First()["name"]);
        Assert.Equal(1, await db.FirstAsync<int>(ids));
        Assert.Equal(1, await db.FirstOrDefaultAsync<int>(ids));
        Assert.True(await db.ExistsAsync(plain));
        Assert.Equal(1, await db.ExecuteScalarAsync<int>(ids));
        Assert.Equal(2, await db.CountAsync<int>(plain));
        Assert.Equal(70, await db.SumAsync<int>(plain, "age"));
        Assert.Equal(2, (await db.PaginateAsync<int>(ids, 1, 5)).Count);
        Assert.Equal(1, await db.ExecuteAsync(new Query("users").Where("id", 1).AsUpdate(new { note = "n" })));
        Assert.Equal("n", Assert.Single(await db.SelectAsync<string>("select note from users where id = @id", new { id = 1 })));
        Assert.Equal(1, await db.StatementAsync("delete from users where id = @id", new { id = 2 }));
        Assert.Single(db.FromQuery(plain).Get());
        Assert.Equal(30, db.QueryTimeout);
    }
}
