using Cairn.Schema;
using Cairn.Schema.Inspection;
using Cairn.Schema.Operations;
using Xunit;

namespace Cairn.Tests.Sqlite;

public class CatalogueTests
{
    [Fact]
    public async Task A_table_is_read_completely()
    {
        using var database = await TestDatabase.OfAsync(RichTable.Script);
        var table = (await database.Catalogue.FindTableAsync(new("USERS"), default))!;
        Assert.Equal((new TableName("users"), false, database.SqlOf("users")), (table.Name, table.IsView, table.Sql));
        Assert.Equal(
            [
                new ColumnModel("id", "INTEGER", false) { Identity = IdentityKind.ByDefault },
                new ColumnModel("name", "VARCHAR(40)", false) { Default = "'no \"name\"'", Collation = "NOCASE" },
                new ColumnModel("email", "TEXT", true),
                new ColumnModel("boss id", "INTEGER", true),
                new ColumnModel("score", "INT", true) { Default = "5" },
                new ColumnModel("spare", "INT", true),
                new ColumnModel("indexed", "TEXT", true),
                new ColumnModel("city", "TEXT", true),
                new ColumnModel("country", "TEXT", true),
                new ColumnModel("größe ✓", "", true) { Generated = new("length(name)", false) },
                new ColumnModel("stored", "TEXT", true) { Generated = new("upper(name)", true) },
            ],
            table.Columns);
        Assert.Equal(("", "id"), (table.PrimaryKey!.Name, table.PrimaryKey.Columns.Single()));
        Assert.Equal(["users_email_unique(email)", "both(name,country)"], table.Uniques.Select(u => $"{u.Name}({string.Join(',', u.Columns)})"));
        Assert.Equal(["score_positive: score > 0", ": users.name <> 'root'"], table.Checks.Select(c => $"{c.Name}: {c.Expression}"));
        Assert.Equal(
            ["boss id → users(id) SetNull NoAction", "city,country → cities(name,country) NoAction Cascade"],
            table.ForeignKeys.Select(k => $"{string.Join(',', k.Columns)} → {k.ReferencedTable}({string.Join(',', k.ReferencedColumns)}) {k.OnDelete} {k.OnUpdate}"));
        Assert.Equal(
            [
                "by \"name\" False lower(name):expression,score:desc ",
                "by_email False email:desc email IS NOT NULL",
                "by_indexed False indexed ",
                "only_one True country,name score > 100",
            ],
            table.Indexes.Select(i => $"{i.Name} {i.IsUnique} {string.Join(',', i.Columns.Select(c => c.Name + (c.IsExpression ? ":expression" : "") + (c.Descending ? ":desc" : "")))} {i.Where}"));
        Assert.Equal("users_log", table.Triggers.Single().Name);
        Assert.Equal(database.SqlOf("users_log"), table.Triggers.Single().Sql);
    }

    [Fact]
    public async Task References_without_columns_are_to_the_primary_key()
    {
        using var database = await TestDatabase.OfAsync(RichTable.Script);
        Assert.Equal(["id"], (await database.Catalogue.FindTableAsync(new("likes"), default))!.ForeignKeys[1].ReferencedColumns);
    }

    [Fact]
    public async Task Views_lists_and_what_is_not_there()
    {
        using var database = await TestDatabase.OfAsync(RichTable.Script);
        var view = (await database.Catalogue.FindTableAsync(new("active_users"), default))!;
        Assert.True(view.IsView);
        Assert.Equal(["id", "name", "email"], view.Columns.Select(column => column.Name));
        Assert.Null(await database.Catalogue.FindTableAsync(new("nosuch"), default));
        Assert.Equal(
            ["active_users view", "cities", "deep view", "likes", "log", "posts", "users"],
            (await database.Catalogue.ListTablesAsync(null, default)).Select(table => table.Name + (table.IsView ? " view" : "")));
    }

    [Fact]
    public async Task What_the_dialect_creates_reads_back()
    {
        using var database = new TestDatabase();
        await database.RunAsync(new CreateTable(new TableDefinition(new("t"))
        {
            Columns = [new("id", new(ColumnKind.Integer)) { Identity = IdentityKind.ByDefault }, new("a", new(ColumnKind.String) { Length = 40 }) { Nullable = false }],
            PrimaryKey = new("t_pkey", ["id"]),
            Uniques = [new("t_a_unique", ["a"])],
        }));
        await database.AlterAsync("t", new AddUnique(new("t_id_a_unique", ["id", "a"])));
        var table = (await database.Catalogue.FindTableAsync(new("t"), default))!;
        Assert.Equal([new ColumnModel("id", "integer", false) { Identity = IdentityKind.ByDefault }, new ColumnModel("a", "varchar(40)", false)], table.Columns);
        Assert.Equal("t_pkey", table.PrimaryKey!.Name);
        Assert.Equal(["t_a_unique", "t_id_a_unique"], table.Uniques.Select(unique => unique.Name));
        Assert.Empty(table.Indexes);
        await database.AlterAsync("t", new DropUnique("", ["a"]), new DropUnique("t_id_a_unique", []));
        Assert.Empty((await database.Catalogue.FindTableAsync(new("t"), default))!.Uniques);
    }
}
