using Cairn.Schema.Operations;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Cairn.Tests.Sqlite;

public class DropColumnTests
{
    public static TheoryData<string, string> Refused => new()
    {
        { "CREATE TABLE t(a INT, b INT); CREATE INDEX i ON t(a, b)", "index i" },
        { "CREATE TABLE t(a INT, b INT); CREATE INDEX i ON t(b) WHERE \"A\" > 0", "index i" },
        { "CREATE TABLE t(a INT, b INT); CREATE INDEX i ON t(a + b)", "index i" },
        { "CREATE TABLE t(a INT, b INT, UNIQUE(a, b))", "unique constraint (a, b)" },
        { "CREATE TABLE t(a INT, b INT, PRIMARY KEY(a, b))", "the primary key" },
        { "CREATE TABLE t(a INT, b INT, CONSTRAINT c CHECK (a > b))", "check c" },
        { "CREATE TABLE t(a INT, b INT CHECK (t.a > b))", "check of column b" },
        { "CREATE TABLE t(a INT, b INT AS (a + 1))", "generated column b" },
        { "CREATE TABLE t(a INT, b INT, FOREIGN KEY(a, b) REFERENCES u(x, y))", "foreign key (a, b)" },
        { "CREATE TABLE t(a INT UNIQUE, b INT REFERENCES t(a))", "column b refers to it" },
        { "CREATE TABLE t(a INT UNIQUE, b INT); CREATE TABLE u(x INT REFERENCES T(A))", "table u" },
        { "CREATE TABLE t(a INTEGER PRIMARY KEY, b INT); CREATE TABLE u(x INT REFERENCES t)", "table u" },
        { "CREATE TABLE t(a INT)", "only column" },
        { "CREATE TABLE t(a INT, b INT); CREATE TRIGGER g AFTER INSERT ON t BEGIN DELETE FROM t WHERE \"a\" = 1; END", "trigger g" },
        { "CREATE TABLE t(a INT, b INT); CREATE VIEW v AS SELECT a FROM t", "view v" },
        { "CREATE TABLE t(a INT, b INT); CREATE VIEW v AS SELECT \"a\" FROM t", "view v" },
        { "CREATE TABLE t(a INT, b INT); CREATE VIEW v(z) AS SELECT b FROM t WHERE EXISTS (SELECT 1 FROM [T] AS q WHERE q.a = 1)", "view v" },
        { "CREATE TABLE t(a INT, b INT); CREATE VIEW w AS SELECT * FROM t; CREATE VIEW v AS SELECT a FROM w", "view v" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_would_break_is_named(string script, string what)
    {
        using var database = await TestDatabase.OfAsync(script);
        foreach (var changes in new TableChange[][] { [new DropColumn("a")], [new AddColumn(new("n", new(ColumnKind.Text)) { Default = new ColumnDefault.Now() }), new DropColumn("a")] })
        {
            if (changes.Length == 2 && what == "only column")
            {
                continue;
            }

            var error = await Assert.ThrowsAsync<CairnException>(() => database.AlterAsync("t", changes));
            Assert.Equal(ErrorCodes.RebuildImpossible, error.Code);
            Assert.Contains(what, error.Message, StringComparison.Ordinal);
            Assert.False(string.IsNullOrEmpty(error.Fix));
        }
    }

    public static TheoryData<string> Done => new(
        "CREATE TABLE t(a INT PRIMARY KEY, b INT)",
        "CREATE TABLE t(b INT, a INT -- last, with a comment\n)",
        "CREATE TABLE t(a INT UNIQUE, b INT)",
        "CREATE TABLE t(a INTEGER PRIMARY KEY AUTOINCREMENT, b INT)",
        "CREATE TABLE t(a INT, b INT, UNIQUE(a), CHECK (a > 0) FOREIGN KEY (a) REFERENCES u(x)); CREATE TABLE u(x INT PRIMARY KEY); INSERT INTO u VALUES (1), (2)",
        "CREATE TABLE t(a INT, b INT); CREATE UNIQUE INDEX i ON t(a DESC) WHERE a > 0; CREATE INDEX j ON t(abs(a))",
        "CREATE TABLE t(a INT, b INT); CREATE VIEW v AS SELECT b, rowid FROM t; CREATE VIEW w AS SELECT 'a', b AS a FROM v",
        "CREATE TABLE t(a INT, b INT); CREATE VIEW broken AS SELECT * FROM nosuch; CREATE VIEW v AS SELECT * FROM t",
        "CREATE TABLE t(a INT, b INT); CREATE TABLE o(a INT); CREATE TRIGGER g AFTER INSERT ON o BEGIN INSERT INTO t(b) SELECT a FROM o; END",
        "CREATE TABLE t(a INT, b INT); CREATE TRIGGER g AFTER UPDATE OF b ON t BEGIN SELECT NEW.b; END");

    [Theory]
    [MemberData(nameof(Done))]
    public async Task What_is_over_the_column_alone_goes_with_it(string script)
    {
        using var database = await TestDatabase.OfAsync(script + "; INSERT INTO t(a, b) VALUES (1, 10), (2, 20)");
        var others = database.Rows("SELECT name FROM sqlite_master WHERE type IN ('view', 'trigger') ORDER BY name");
        await database.AlterAsync("t", new DropColumn("A"));
        Assert.Equal(["10", "20"], database.Rows("SELECT * FROM t"));
        Assert.Equal(others, database.Rows("SELECT name FROM sqlite_master WHERE type IN ('view', 'trigger') ORDER BY name"));
        Assert.Empty(database.Rows("SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = 't'"));
    }

    [Theory]
    [InlineData("CREATE TRIGGER g AFTER INSERT ON t BEGIN UPDATE o SET x = NEW.a; END")]
    [InlineData("CREATE TRIGGER g AFTER UPDATE OF b ON t WHEN OLD.a > 1 BEGIN SELECT 1; END")]
    [InlineData("CREATE TRIGGER g BEFORE DELETE ON o BEGIN UPDATE t SET a = 1; END")]
    [InlineData("CREATE TRIGGER g AFTER UPDATE ON o BEGIN DELETE FROM t WHERE t.a = NEW.x; END")]
    public async Task A_trigger_that_needs_the_column_rolls_all_of_it_back(string trigger)
    {
        using var database = await TestDatabase.OfAsync($"CREATE TABLE t(a INT, b INT); CREATE TABLE o(x INT); {trigger}; INSERT INTO t VALUES (1, 2)");
        var error = await Assert.ThrowsAsync<SqliteException>(() => database.AlterAsync("t", new DropColumn("a")));
        Assert.Contains("no such column", error.Message, StringComparison.Ordinal);
        Assert.Equal(["1|2"], database.Rows("SELECT * FROM t"));
        Assert.Equal(trigger, database.SqlOf("g"));
    }

    [Fact]
    public async Task Dropped_and_added_again_is_a_new_column()
    {
        using var database = await TestDatabase.OfAsync("CREATE TABLE t(a INT UNIQUE, b INT); INSERT INTO t VALUES (1, 2)");
        await database.AlterAsync("t", new DropColumn("a"), new AddColumn(new("a", new(ColumnKind.Text)) { Default = new ColumnDefault.Value("new") }));
        Assert.Equal(["2|new"], database.Rows("SELECT b, a FROM t"));
    }
}
