using Cairn.Schema.Operations;
using Xunit;

namespace Cairn.Tests.Sqlite;

/// <summary>A table that has everything goes through every change; afterwards all the rest must be as it was.</summary>
public class RebuildTests
{
    public static TheoryData<string> Changes => new(AllChanges.Keys);

    private static Dictionary<string, TableChange[]> AllChanges { get; } = new()
    {
        ["not null"] = [new SetNullability("email", false)],
        ["null"] = [new SetNullability("name", true)],
        ["default"] = [new SetDefault("name", new ColumnDefault.Value("it's"))],
        ["no default"] = [new DropDefault("score")],
        ["type"] = [new AlterColumn(new ColumnDefinition("score", new ColumnType(ColumnKind.String)))],
        ["add computed default"] = [new AddColumn(new ColumnDefinition("made", new ColumnType(ColumnKind.Timestamp)) { Default = new ColumnDefault.Now(), Nullable = false })],
        ["add stored"] = [new AddColumn(new ColumnDefinition("twice", new ColumnType(ColumnKind.Integer)) { Generated = new("score * 2", true) })],
        ["add plain"] = [new AddColumn(new ColumnDefinition("plain", new ColumnType(ColumnKind.Text)) { Nullable = false, Default = new ColumnDefault.Value("x") })],
        ["drop plain"] = [new DropColumn("spare")],
        ["drop indexed"] = [new DropColumn("indexed")],
        ["rename"] = [new RenameColumn("email", "e-mail address")],
        ["rename and rebuild"] = [new RenameColumn("email", "select"), new SetNullability("select", false), new AddIndex(new IndexDefinition("on_select", [new("select")]))],
        ["check"] = [new AddCheck(new CheckDefinition("users_score_max", new CheckRule.Compare("score", "<", 1000)))],
        ["no check"] = [new DropCheck("score_positive")],
        ["foreign key"] = [new AddForeignKey(new ForeignKeyDefinition("users_best", ["spare"], new("users"), ["id"]) { OnDelete = ForeignKeyAction.SetNull })],
        ["no foreign key"] = [new DropForeignKey("", ["city", "country"])],
        ["unique"] = [new AddUnique(new UniqueDefinition("users_name_spare_unique", ["name", "spare"]))],
        ["no unique"] = [new DropUnique("both", [])],
        ["index"] = [new AddIndex(new IndexDefinition("by_score", [new("score", Descending: true), new("lower(name)", true)]) { Where = "score > 1" })],
        ["rename index"] = [new RenameIndex("by_email", "by_mail"), new SetNullability("email", false)],
        ["drop index"] = [new DropIndex("by_email"), new SetNullability("email", false)],
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task All_the_rest_stays(string change)
    {
        using var database = await TestDatabase.OfAsync(RichTable.Script);
        var before = RichTable.Watch(database);
        await database.AlterAsync("users", AllChanges[change]);
        Assert.Equal(before, RichTable.Watch(database));
        RichTable.RequireEverythingInForce(database, AllChanges[change]);
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task The_text_changes_only_where_it_was_changed(string change)
    {
        using var database = await TestDatabase.OfAsync(RichTable.Script);
        await database.AlterAsync("users", AllChanges[change]);
        var sql = database.SqlOf("users")!;
        Assert.Contains("/* whose? */", sql, StringComparison.Ordinal);
        Assert.Contains("\"name\"    VARCHAR(40)", sql, StringComparison.Ordinal);
        Assert.Contains("-- the total of it all, (and more)", sql, StringComparison.Ordinal);
        Assert.Contains("[boss id] INTEGER REFERENCES users(id) ON DELETE SET NULL", sql, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("likes", "mail", false)]
    [InlineData("posts", "title", true)]
    [InlineData("cities", "name", true)]
    [InlineData("log", "what", false)]
    public async Task The_tables_around_it_are_rebuilt_as_well(string table, string column, bool switchesOff)
    {
        using var database = await TestDatabase.OfAsync(RichTable.Script);
        var (before, text) = (RichTable.Watch(database), database.SqlOf(table)!);
        await database.AlterAsync(table, new AddCheck(new("extra", new CheckRule.Length(column, "<", 99))));
        Assert.Equal(switchesOff, database.SwitchedForeignKeysOff);
        await database.AlterAsync(table, new DropCheck("extra"));
        Assert.Equal(text, database.SqlOf(table)!.Replace($"\"{table}\"", table, StringComparison.Ordinal));
        Assert.Equal(before, RichTable.Watch(database).Select(line => line.Replace($"TABLE \"{table}\"", $"TABLE {table}", StringComparison.Ordinal)));
        RichTable.RequireEverythingInForce(database, []);
    }

    [Fact]
    public async Task All_changes_at_once_are_one_rebuild()
    {
        using var database = await TestDatabase.OfAsync(RichTable.Script);
        var before = RichTable.Watch(database);
        await database.AlterAsync(
            "users",
            new SetNullability("email", false),
            new RenameColumn("email", "mail"),
            new DropColumn("indexed"),
            new AddColumn(new ColumnDefinition("email", new ColumnType(ColumnKind.String)) { Default = new ColumnDefault.Raw("lower('X')") }),
            new AddIndex(new IndexDefinition("by_both", [new("mail"), new("email")])),
            new SetDefault("mail", new ColumnDefault.Value("m")));
        Assert.Single(database.Sent, statement => statement.Text.StartsWith("INSERT INTO `_cairn", StringComparison.Ordinal));
        Assert.Equal(before, RichTable.Watch(database, "mail"));
        Assert.Equal(["x", "x", "x"], database.Rows("SELECT email FROM users"));
        Assert.Equal("CREATE INDEX `by_both` ON `users` (`mail`, `email`)", database.SqlOf("by_both"));
        Assert.Contains("mail", database.SqlOf("active_users"), StringComparison.Ordinal);
        Assert.Contains("NEW.\"mail\"", database.SqlOf("users_log")!.Replace("NEW.mail", "NEW.\"mail\"", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_are_exchanged()
    {
        using var database = await TestDatabase.OfAsync("CREATE TABLE t(a INT, b INT, CHECK(a < b)); INSERT INTO t VALUES (1, 2); CREATE INDEX i ON t(a) WHERE b > 0");
        await database.AlterAsync("t", new RenameColumn("a", "c"), new RenameColumn("b", "a"), new RenameColumn("c", "b"), new SetNullability("a", false));
        Assert.Equal(["2|1"], database.Rows("SELECT a, b FROM t"));
        Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => database.Execute("INSERT INTO t(a, b) VALUES (NULL, 1)"));
        Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => database.Execute("INSERT INTO t(a, b) VALUES (1, 2)"));
        Assert.Equal(["b"], (await database.Catalogue.FindTableAsync(new("t"), default))!.Indexes.Single().Columns.Select(c => c.Name));
    }
}
