using System.Globalization;
using Microsoft.Data.Sqlite;
using SqlKata;
using SqlKata.Compilers;
using SqlKata.Execution;
using Xunit;

namespace Cairn.Tests.SqlKataTests;

/// <summary>Running queries on SQLite, beyond the recorded cases.</summary>
public sealed class QueryFactoryTests : IAsyncLifetime
{
    private static readonly string[] Columns = ["name", "weight"];
    private readonly List<string> logged = [];
    private SqliteConnection connection = null!;
    private QueryFactory db = null!;

    public async ValueTask InitializeAsync()
    {
        connection = await KataDatabase.OpenAsync();
        db = new QueryFactory(connection, new SqliteCompiler()) { Logger = compiled => logged.Add(compiled.Sql) };
    }

    public ValueTask DisposeAsync()
    {
        db.Dispose();
        return connection.DisposeAsync();
    }

    [Fact]
    public async Task Running_a_query_leaves_it_as_it_was()
    {
        Assert.SkipUnless(KataExpressions.IsOurs, "The real SqlKata is built: there a query keeps what a run made of it.");
        var query = db.Query("users").Where("age", ">", 1);
        await query.FirstAsync();
        await query.ExistsAsync();
        await query.UpdateAsync(new { note = "n" });
        Assert.Equal(2, await query.CountAsync<int>());

        Assert.Equal(2, (await query.GetAsync()).Count());
        Assert.Equal("SELECT * FROM \"users\" WHERE \"age\" > @p0", logged[^1]);
    }

    [Fact]
    public async Task Pages_know_how_many_there_are_and_read_on()
    {
        await db.Query("tags").InsertAsync(Columns, Enumerable.Range(1, 9).Select(i => new object[] { $"t{i}", i }));
        var page = await db.Query("tags").OrderBy("weight").PaginateAsync<dynamic>(1, 4);

        Assert.Equal((10L, 3, true, false), (page.Count, page.TotalPages, page.HasNext, page.HasPrevious));
        Assert.Equal([4, 4, 2], page.Each.Select(each => each.List.Count()));
        Assert.False((await (await page.NextAsync()).NextAsync()).HasNext);
    }

    [Fact]
    public async Task Chunks_come_until_the_callback_has_enough()
    {
        await db.Query("tags").InsertAsync(Columns, Enumerable.Range(1, 9).Select(i => new object[] { $"t{i}", i }));
        List<string> all = [];
        List<int> some = [];
        await db.Query("tags").OrderBy("weight").ChunkAsync<string>(4, (rows, page) => all.Add($"{page}:{rows.Count()}"));
        db.Query("tags").Select("weight").OrderBy("weight").Chunk<int>(4, (rows, page) =>
        {
            some.AddRange(rows);
            return page < 2;
        });

        Assert.Equal(["1:4", "2:4", "3:2"], all);
        Assert.Equal(8, some.Count);
    }

    [Fact]
    public async Task Every_form_of_insert_inserts()
    {
        IEnumerable<KeyValuePair<string, object?>> row = new Dictionary<string, object?> { ["name"] = "a", ["weight"] = null };
        Assert.Equal(1, await db.Query("tags").InsertAsync(row));
        Assert.Equal(1, await db.Query("tags").InsertAsync(new { name = "b", weight = DayOfWeek.Friday }));
        Assert.Equal(2, await db.Query("tags").InsertAsync(Columns, [["c", 1], ["d", 2]]));
        Assert.Equal(2, await db.Query("tags").InsertAsync(Columns, new Query("users").Select("name", "age")));
        Assert.Equal(3, await db.Query("users").InsertGetIdAsync<long>(row.Where(pair => pair.Key == "name")));

        Assert.Equal(["x", "a", "b", "c", "d", "Ann", "Bob"], await db.Query("tags").Select("name").GetAsync<string>());
        Assert.Equal(5, await db.Query("tags").Select("weight").Where("name", "b").FirstAsync<int>());
    }

    [Fact]
    public async Task Several_queries_run_as_one_command()
    {
        var lists = await db.GetAsync<int>([db.Query("users").Select("id"), db.Query("posts").Select("id").Where("views", ">", 2), db.Query("users").AsCount()]);

        Assert.Equal("1,2 1 2", string.Join(' ', lists.Select(list => string.Join(',', list.Select(id => id.ToString(CultureInfo.InvariantCulture))))));
    }

    [Fact]
    public async Task Cancelling_reaches_the_command() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => db.Query("users").GetAsync(cancellationToken: new CancellationToken(canceled: true)));

    [Fact]
    public async Task A_value_that_is_an_array_stays_one_parameter()
    {
        Assert.SkipUnless(KataExpressions.IsOurs, "The real SqlKata is built: it takes arrays apart.");

        // SQLite's driver has no arrays: that it refuses one shows that it was given one.
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => db.Query("users").InsertAsync(new { note = new[] { "a", "b" } }));
        Assert.Contains("String[]", error.Message, StringComparison.Ordinal);
    }
}
