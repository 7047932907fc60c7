using Cairn.Schema.Operations;
using Xunit;

namespace Cairn.Tests.Sqlite;

public class TypeChangeTests
{
    public static TheoryData<string, string, ColumnKind, string> Kept => new()
    {
        { "TEXT", "'12'", ColumnKind.Integer, "integer|12" },
        { "TEXT", "'1.50'", ColumnKind.Double, "real|1.5" },
        { "TEXT", "NULL", ColumnKind.Integer, "null|∅" },
        { "INT", "12", ColumnKind.String, "text|12" },
        { "REAL", "1.5", ColumnKind.String, "text|1.5" },
        { "REAL", "2.0", ColumnKind.Integer, "integer|2" },
        { "INT", "1", ColumnKind.Boolean, "integer|1" },
        { "TEXT", "'2024-01-02 03:04:05'", ColumnKind.DateTime, "text|2024-01-02 03:04:05" },
        { "DATETIME", "'2024-01-02 03:04:05'", ColumnKind.String, "text|2024-01-02 03:04:05" },
        { "", "'x'", ColumnKind.Text, "text|x" },
        { "", "7", ColumnKind.Text, "text|7" },
        { "TEXT", "'x'", ColumnKind.Binary, "text|x" },
    };

    [Theory]
    [MemberData(nameof(Kept))]
    public async Task Values_become_the_new_type(string type, string value, ColumnKind kind, string expected)
    {
        using var database = await TestDatabase.OfAsync($"CREATE TABLE t(id INTEGER PRIMARY KEY, a {type}); INSERT INTO t VALUES (1, {value})");
        await database.AlterAsync("t", new AlterColumn(new ColumnDefinition("a", new ColumnType(kind))));
        Assert.Equal(expected, database.Scalar("SELECT typeof(a), a FROM t"));
    }

    public static TheoryData<string, string, ColumnKind> Lost => new()
    {
        { "TEXT", "'abc'", ColumnKind.Integer },
        { "TEXT", "'12abc'", ColumnKind.Integer },
        { "TEXT", "'1.5'", ColumnKind.Integer },
        { "TEXT", "''", ColumnKind.Integer },
        { "REAL", "1.5", ColumnKind.Integer },
        { "TEXT", "'true'", ColumnKind.Boolean },
        { "TEXT", "'2024-01-02'", ColumnKind.Decimal },
        { "REAL", "0.1 + 0.2", ColumnKind.String },
        { "DATE", "'2024-01-02'", ColumnKind.Decimal },
        { "DATE", "'2024-01-02'", ColumnKind.Boolean },
        { "BLOB", "x'00'", ColumnKind.Text },
        { "TEXT", "'9223372036854775808'", ColumnKind.BigInteger },
    };

    [Theory]
    [MemberData(nameof(Lost))]
    public async Task A_value_that_the_change_would_spoil_stops_it(string type, string value, ColumnKind kind)
    {
        using var database = await TestDatabase.OfAsync($"CREATE TABLE t(id INTEGER PRIMARY KEY, a {type}); INSERT INTO t VALUES (1, {value})");
        var before = database.Rows("SELECT typeof(a), a FROM t");
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => database.AlterAsync("t", new AlterColumn(new ColumnDefinition("a", new ColumnType(kind)))));
        Assert.Contains("Column a of table t", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, database.Rows("SELECT typeof(a), a FROM t"));
    }

    [Fact]
    public async Task Using_says_how_values_are_made()
    {
        using var database = await TestDatabase.OfAsync("CREATE TABLE t(a TEXT, b INT); INSERT INTO t VALUES ('yes', 1), (NULL, 2)");
        await database.AlterAsync(
            "t",
            new RenameColumn("a", "flag"),
            new AlterColumn(new ColumnDefinition("flag", new ColumnType(ColumnKind.Boolean)) { Nullable = false }) { Using = "coalesce(flag = 'yes', 0)" });
        Assert.Equal(["1|1", "0|2"], database.Rows("SELECT flag, b FROM t"));
        Assert.Equal("CREATE TABLE \"t\"(\"flag\" boolean NOT NULL, b INT)", database.SqlOf("t")!.Replace("(flag ", "(\"flag\" ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_not_said_stays()
    {
        using var database = await TestDatabase.OfAsync("CREATE TABLE t(a VARCHAR(5) DEFAULT 'x' /* why */ NOT NULL COLLATE NOCASE CHECK (a <> ''), b INT)");
        await database.AlterAsync("t", new AlterColumn(new ColumnDefinition("a", new ColumnType(ColumnKind.Text))));
        Assert.Equal("CREATE TABLE \"t\"(a text DEFAULT 'x' /* why */ NOT NULL COLLATE NOCASE CHECK (a <> ''), b INT)", database.SqlOf("t"));
        await database.AlterAsync("t", new AlterColumn(new ColumnDefinition("a", new ColumnType(ColumnKind.Text)) { Nullable = true, Default = new ColumnDefault.Raw("1 + 1") }), new DropDefault("b"));
        Assert.Equal("CREATE TABLE \"t\"(a text DEFAULT (1 + 1) COLLATE NOCASE /* why */ CHECK (a <> ''), b INT)", database.SqlOf("t")!.Replace(" /* why */ COLLATE NOCASE", " COLLATE NOCASE /* why */", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_to_change_is_nothing_to_do()
    {
        using var database = await TestDatabase.OfAsync("CREATE TABLE t(a text NOT NULL, b INT)");
        await database.AlterAsync("t", new AlterColumn(new ColumnDefinition("a", new ColumnType(ColumnKind.Text)) { Nullable = false }), new SetNullability("b", true), new DropDefault("b"));
        Assert.Empty(database.Sent);
    }

    [Fact]
    public async Task The_check_of_a_type_goes_with_the_type()
    {
        using var database = await TestDatabase.OfAsync("CREATE TABLE t(id INT)");
        var type = new ColumnType(ColumnKind.Enum) { Values = ["a", "b"] };
        await database.AlterAsync("t", new AddColumn(new ColumnDefinition("k", type)), new AddColumn(new ColumnDefinition("u", new ColumnType(ColumnKind.Uuid))));
        await database.AlterAsync("t", new AlterColumn(new ColumnDefinition("k", type with { Values = ["a", "c"] })));
        Assert.Contains("CHECK (`k` IN ('a', 'c'))", database.SqlOf("t"), StringComparison.Ordinal);
        Assert.DoesNotContain("'b'", database.SqlOf("t"), StringComparison.Ordinal);
        await database.AlterAsync("t", new AlterColumn(new ColumnDefinition("k", new ColumnType(ColumnKind.Json))), new AlterColumn(new ColumnDefinition("u", new ColumnType(ColumnKind.Text))));
        Assert.Equal("CREATE TABLE \"t\"(id INT, `k` text CONSTRAINT `t_k_check` CHECK (`k` IS NULL OR json_valid(`k`)), `u` text)", database.SqlOf("t"));
        await database.AlterAsync("t", new AlterColumn(new ColumnDefinition("k", new ColumnType(ColumnKind.Text))));
        Assert.Equal("CREATE TABLE \"t\"(id INT, `k` text, `u` text)", database.SqlOf("t"));
    }

    [Fact]
    public async Task A_check_with_a_shortened_name_goes_too()
    {
        var name = new string('é', 40);
        using var database = await TestDatabase.OfAsync("CREATE TABLE t(id INT)");
        await database.AlterAsync("t", new AddColumn(new ColumnDefinition(name, new ColumnType(ColumnKind.Integer) { Unsigned = true })));
        var check = (await database.Catalogue.FindTableAsync(new("t"), default))!.Checks.Single().Name;
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(check), 58, 60);
        await database.AlterAsync("t", new AlterColumn(new ColumnDefinition(name, new ColumnType(ColumnKind.Integer))));
        Assert.Empty((await database.Catalogue.FindTableAsync(new("t"), default))!.Checks);
    }

    [Fact]
    public async Task A_numbered_column_stays_numbered()
    {
        using var database = await TestDatabase.OfAsync("CREATE TABLE t(id INTEGER PRIMARY KEY AUTOINCREMENT, a INT); INSERT INTO t VALUES (7, 1)");
        await database.AlterAsync("t", new AlterColumn(new ColumnDefinition("id", new ColumnType(ColumnKind.BigInteger))), new SetNullability("a", false));
        database.Execute("INSERT INTO t(a) VALUES (2)");
        Assert.Equal(["7|1", "8|2"], database.Rows("SELECT * FROM t"));
        await database.AlterAsync("t", new AlterColumn(new ColumnDefinition("id", new ColumnType(ColumnKind.String))));
        Assert.Equal("CREATE TABLE \"t\"(id varchar(255) PRIMARY KEY, a INT NOT NULL)", database.SqlOf("t"));
        await database.AlterAsync("t", new AlterColumn(new ColumnDefinition("id", new ColumnType(ColumnKind.Integer)) { Identity = IdentityKind.ByDefault }));
        database.Execute("INSERT INTO t(a) VALUES (3)");
        Assert.Equal(["7|1", "8|2", "9|3"], database.Rows("SELECT * FROM t"));
    }
}
