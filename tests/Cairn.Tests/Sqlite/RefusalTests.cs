using Cairn.Schema.Operations;
using Xunit;

namespace Cairn.Tests.Sqlite;

public class RefusalTests
{
    private static readonly ColumnDefinition Text = new("x", new ColumnType(ColumnKind.Text));

    public static TheoryData<SchemaOperation> Unsupported =>
    [
        new CreateSchema("s"),
        new DropSchema("s"),
        new CreateSequence(new("s")),
        new DropSequence(new("s")),
        new CreateEnum(new("e"), ["a"]),
        new AddEnumValue(new("e"), "a"),
        new DropEnum(new("e")),
        new CreateExtension("x"),
        new DropExtension("x"),
        new RefreshMaterializedView(new("v")),
        new CreateView(new("v"), "SELECT 1") { Materialized = true },
        new DropView(new("v")) { Materialized = true },
        new CreateView(new("v", "s"), "SELECT 1"),
        new DropTable(new("t", "s")),
        new DropTable(new("t"), Cascade: true),
        new CreateTable(new TableDefinition(new("n", "s")) { Columns = [Text] }),
        new CreateTable(new TableDefinition(new("n")) { Columns = [Text], Options = new() { Engine = "InnoDB" } }),
        new CreateTable(new TableDefinition(new("n")) { Columns = [Text], Options = new() { PartitionBy = "RANGE (x)" } }),
        new CreateTable(new TableDefinition(new("n")) { Columns = [Text], Checks = [new("c", new CheckRule.Regex("x", "a+"))] }),
        new CreateTable(new TableDefinition(new("n")) { Columns = [Text], Indexes = [new("i", [new("x")]) { Method = "gin" }] }),
        new CreateTable(new TableDefinition(new("n")) { Columns = [Text], Indexes = [new("i", [new("x")]) { Include = ["x"] }] }),
        new CreateTable(new TableDefinition(new("n")) { Columns = [Text], Indexes = [new("i", [new("x")]) { Concurrently = true }] }),
        new CreateTable(new TableDefinition(new("n")) { Columns = [Text with { Type = new(ColumnKind.Point) }] }),
        new CreateTable(new TableDefinition(new("n")) { Columns = [Text with { Type = new(ColumnKind.Enum) { Native = "mood" } }] }),
        new CreateTable(new TableDefinition(new("n")) { Columns = [Text with { Position = new(null) }] }),
        new CreateTable(new TableDefinition(new("n"))
        {
            Columns = [Text, new("id", new(ColumnKind.Integer)) { Identity = IdentityKind.ByDefault }],
            PrimaryKey = new("k", ["x"]),
        }),
        new AlterTable(new("t"), [new AddColumn(Text with { Position = new("a") })]),
        new AlterTable(new("t"), [new AddIndex(new("i", [new("a")]) { Method = "gist" })]),
        new AlterTable(new("t"), [new DropIndex("i") { Concurrently = true }]),
        new AlterTable(new("t"), [new AddCheck(new("c", new CheckRule.Regex("a", "a+")))]),
        new AlterTable(new("t"), [new SetTableOptions(new() { Charset = "utf8" })]),
    ];

    [Theory]
    [MemberData(nameof(Unsupported))]
    public async Task What_SQLite_has_not_is_refused_by_name(SchemaOperation operation)
    {
        using var database = await TestDatabase.OfAsync("CREATE TABLE t(a INT, b INT); CREATE INDEX i ON t(b)");
        var error = await Assert.ThrowsAsync<CairnException>(() => database.RunAsync(operation));
        Assert.Equal(ErrorCodes.OperationUnsupported, error.Code);
        Assert.StartsWith("SQLite has no ", error.Message, StringComparison.Ordinal);
        Assert.False(string.IsNullOrEmpty(error.Fix));
    }

    public static TheoryData<TableChange, string> Missing => new()
    {
        { new DropColumn("z"), "Table t has no column z; it has a, b." },
        { new AlterColumn(Text), "Table t has no column x; it has a, b." },
        { new RenameColumn("z", "y"), "Table t has no column z; it has a, b." },
        { new SetNullability("z", true), "Table t has no column z; it has a, b." },
        { new SetDefault("z", new ColumnDefault.Now()), "Table t has no column z; it has a, b." },
        { new DropDefault("z"), "Table t has no column z; it has a, b." },
        { new AddIndex(new("j", [new("z")])), "Table t has no column z; it has a, b." },
        { new AddUnique(new("j", ["z"])), "Table t has no column z; it has a, b." },
        { new AddPrimaryKey(new("j", ["z"])), "Table t has no column z; it has a, b." },
        { new AddForeignKey(new("j", ["z"], new("t"), ["a"])), "Table t has no column z; it has a, b." },
        { new DropIndex("z"), "Table t has no index z; it has i." },
        { new RenameIndex("z", "y"), "Table t has no index z; it has i." },
        { new DropUnique("z", []), "Table t has no unique constraint z; it has none." },
        { new DropUnique("z", ["a"]), "Table t has no unique constraint z; it has none." },
        { new DropForeignKey("z", ["b"]), "Table t has no foreign key z; it has (a)." },
        { new DropCheck("z"), "Table t has no check z; it has (b > 0)." },
        { new DropPrimaryKey("z"), "Table t has no primary key z; it has none." },
    };

    [Theory]
    [MemberData(nameof(Missing))]
    public async Task What_is_not_there_is_named(TableChange change, string message)
    {
        using var database = await TestDatabase.OfAsync("CREATE TABLE t(a INT REFERENCES t, b INT CHECK (b > 0)); CREATE INDEX i ON t(b)");
        var error = await Assert.ThrowsAsync<CairnException>(() => database.AlterAsync("t", change));
        Assert.Equal((ErrorCodes.ObjectMissing, message), (error.Code, error.Message));
    }

    [Fact]
    public async Task If_exists_does_nothing()
    {
        using var database = await TestDatabase.OfAsync("CREATE TABLE t(a INT, b INT)");
        await database.AlterAsync(
            "t", new DropColumn("z", true), new DropIndex("z", true), new DropUnique("z", ["a"], true), new DropForeignKey("z", [], true), new DropCheck("z", true), new DropPrimaryKey("z", true));
        Assert.Empty(database.Sent);
        await database.RunAsync(new DropTable(new("z"), IfExists: true), new CreateTable(new TableDefinition(new("T")) { Columns = [Text] }, IfNotExists: true));
        Assert.Equal("CREATE TABLE t(a INT, b INT)", database.SqlOf("t"));
    }

    public static TheoryData<SchemaOperation> MissingTables =>
    [
        new DropTable(new("z")),
        new RenameTable(new("z"), "y"),
        new AlterTable(new("z"), [new DropColumn("a", true)]),
        new CreateTableLike(new("y"), new("z")),
        new DropView(new("t")),
        new DropTable(new("v")),
        new RenameView(new("z"), "y"),
        new DropTrigger(new("z"), new("t")),
    ];

    [Theory]
    [MemberData(nameof(MissingTables))]
    public async Task A_table_that_is_not_there_is_an_error(SchemaOperation operation)
    {
        using var database = await TestDatabase.OfAsync("CREATE TABLE t(a INT); CREATE VIEW v AS SELECT * FROM t");
        Assert.Equal(ErrorCodes.ObjectMissing, (await Assert.ThrowsAsync<CairnException>(() => database.RunAsync(operation))).Code);
    }

    public static TheoryData<TableChange> Existing =>
    [
        new AddColumn(new("A", new ColumnType(ColumnKind.Text))),
        new RenameColumn("a", "b"),
        new AddIndex(new("I", [new("a")])),
        new AddCheck(new("c", new CheckRule.Sql("1"))),
        new AddPrimaryKey(new("k", ["a"])),
    ];

    [Theory]
    [MemberData(nameof(Existing))]
    public async Task What_is_there_already_is_an_error(TableChange change)
    {
        using var database = await TestDatabase.OfAsync("CREATE TABLE t(a INT PRIMARY KEY, b INT CONSTRAINT c CHECK (b > 0)); CREATE INDEX i ON t(b)");
        Assert.Equal(ErrorCodes.ObjectExists, (await Assert.ThrowsAsync<CairnException>(() => database.AlterAsync("t", change))).Code);
    }

    [Fact]
    public async Task A_table_that_others_refer_to_is_not_dropped()
    {
        using var database = await TestDatabase.OfAsync(RichTable.Script);
        var error = await Assert.ThrowsAsync<CairnException>(() => database.RunAsync(new DropTable(new("users"))));
        Assert.Contains("posts, likes refer to it", error.Message, StringComparison.Ordinal);
        await database.RunAsync(new DropTable(new("likes")), new DropTable(new("posts")), new DropTable(new("users")));
        Assert.Null(database.SqlOf("users"));
    }

    [Fact]
    public async Task A_virtual_table_is_not_rebuilt()
    {
        using var database = await TestDatabase.OfAsync("CREATE VIRTUAL TABLE f USING fts5(a)");
        Assert.Equal(ErrorCodes.RebuildImpossible, (await Assert.ThrowsAsync<CairnException>(() => database.AlterAsync("f", new DropColumn("a")))).Code);
        Assert.Equal("a", (await database.Catalogue.FindTableAsync(new("f"), default))!.Columns[0].Name);
    }
}
