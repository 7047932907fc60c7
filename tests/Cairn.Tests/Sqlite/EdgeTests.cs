using Cairn.Schema.Operations;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Cairn.Tests.Sqlite;

public class EdgeTests
{
    [Fact]
    public async Task A_broken_view_is_named_when_it_blocks_a_rename()
    {
        using var database = await TestDatabase.OfAsync("CREATE TABLE t(a INT); CREATE VIEW elsewhere AS SELECT * FROM nosuch");
        foreach (var operation in new SchemaOperation[] { new RenameTable(new("t"), "u"), new AlterTable(new("t"), [new RenameColumn("a", "b")]) })
        {
            var error = await Assert.ThrowsAsync<CairnException>(() => database.RunAsync(operation));
            Assert.Contains("view elsewhere: ", error.Message, StringComparison.Ordinal);
            Assert.Contains("nosuch", error.Message, StringComparison.Ordinal);
        }

        await database.AlterAsync("t", new SetNullability("a", false));
        Assert.Equal("CREATE VIEW elsewhere AS SELECT * FROM nosuch", database.SqlOf("elsewhere"));
    }

    [Fact]
    public async Task Renames_reach_everything()
    {
        using var database = await TestDatabase.OfAsync(RichTable.Script);
        var deep = database.Scalar("SELECT n FROM deep");
        await database.RunAsync(new RenameTable(new("users"), "the people"), new RenameTable(new("the people"), "The People"), new AlterTable(new("the people"), [new RenameColumn("ID", "Id")]));
        Assert.Equal(deep, database.Scalar("SELECT n FROM deep"));
        database.Execute("DELETE FROM \"The People\" WHERE \"Id\" = 3; UPDATE `the people` SET name = 'x' WHERE id = 1; INSERT INTO posts VALUES (7, 1, '')");
        Assert.Equal(["1", "7"], database.Rows("SELECT id FROM posts"));
        Assert.Equal("Id", database.Rows("SELECT name FROM pragma_table_xinfo('the people')")[0]);
    }

    [Fact]
    public async Task A_connection_in_legacy_mode_stays_in_it_and_renames_properly()
    {
        using var database = await TestDatabase.OfAsync("CREATE TABLE t(a INT); CREATE VIEW v AS SELECT a FROM t; PRAGMA legacy_alter_table = ON");
        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => database.RunAsync(new RenameTable(new("t"), "u")));
        Assert.Equal("1", database.Scalar("PRAGMA legacy_alter_table"));
        Assert.Equal("CREATE VIEW v AS SELECT a FROM \"u\"", database.SqlOf("v"));
        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => database.AlterAsync("u", new RenameColumn("a", "b"), new SetNullability("b", false)));
        Assert.Equal("1", database.Scalar("PRAGMA legacy_alter_table"));
        Assert.Equal("CREATE VIEW v AS SELECT \"b\" FROM \"u\"", database.SqlOf("v"));
        Assert.Single(database.Sent, statement => statement.Text == "PRAGMA legacy_alter_table = OFF");
    }

    [Fact]
    public async Task Null_where_null_is_forbidden_stops_it()
    {
        using var database = await TestDatabase.OfAsync("CREATE TABLE t(a INT, b INT); INSERT INTO t VALUES (1, NULL)");
        foreach (var change in new TableChange[] { new SetNullability("b", false), new AddPrimaryKey(new("k", ["a", "b"])), new AlterColumn(new("b", new(ColumnKind.Integer)) { Nullable = false, Default = new ColumnDefault.Value(5) }) })
        {
            var error = await Assert.ThrowsAsync<InvalidOperationException>(() => database.AlterAsync("t", change));
            Assert.Contains("Column b of table t cannot be NOT NULL", error.Message, StringComparison.Ordinal);
        }

        Assert.Equal("CREATE TABLE t(a INT, b INT)", database.SqlOf("t"));
    }

    [Fact]
    public async Task New_rules_are_asked_of_old_rows()
    {
        using var database = await TestDatabase.OfAsync("CREATE TABLE p(id INTEGER PRIMARY KEY); CREATE TABLE t(a INT, b INT); INSERT INTO t VALUES (1, 7), (1, 8)");
        await Assert.ThrowsAsync<SqliteException>(() => database.AlterAsync("t", new AddCheck(new("c", new CheckRule.Compare("b", "<", 8)))));
        await Assert.ThrowsAsync<SqliteException>(() => database.AlterAsync("t", new AddUnique(new("u", ["a"]))));
        await Assert.ThrowsAsync<SqliteException>(() => database.AlterAsync("t", new AddPrimaryKey(new("k", ["a"]))));
        await Assert.ThrowsAsync<SqliteException>(() => database.AlterAsync("t", new AddColumn(new("n", new(ColumnKind.Text)) { Nullable = false })));
        var negative = new ColumnDefinition("n", new(ColumnKind.Integer) { Unsigned = true }) { Default = new ColumnDefault.Value(-1) };
        await Assert.ThrowsAsync<SqliteException>(() => database.AlterAsync("t", new AddColumn(negative)));
        var key = new ForeignKeyDefinition("f", ["a"], new("p"), ["id"]);
        await Assert.ThrowsAsync<SqliteException>(() => database.AlterAsync("t", new AddForeignKey(key)));
        database.Execute("PRAGMA foreign_keys = OFF");
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => database.AlterAsync("t", new AddForeignKey(key)));
        Assert.Contains("Rows of table t refer to rows that do not exist.", error.Message, StringComparison.Ordinal);
        Assert.Equal(["1|7", "1|8"], database.Rows("SELECT * FROM t"));
        Assert.Equal("CREATE TABLE t(a INT, b INT)", database.SqlOf("t"));
    }

    [Fact]
    public async Task A_key_that_others_refer_to_is_not_lost()
    {
        using var database = await TestDatabase.OfAsync(RichTable.Script);
        var error = await Assert.ThrowsAsync<SqliteException>(() => database.AlterAsync("users", new DropUnique("users_email_unique", ["email"])));
        Assert.Contains("foreign key mismatch", error.Message, StringComparison.Ordinal);
        Assert.Equal("2", database.Scalar("SELECT count(*) FROM likes"));
    }

    [Fact]
    public async Task A_new_foreign_key_of_a_table_to_itself_deletes_nothing()
    {
        using var database = await TestDatabase.OfAsync("CREATE TABLE t(id INTEGER PRIMARY KEY, up INT); INSERT INTO t VALUES (1, NULL), (2, 1)");
        await database.AlterAsync("t", new AddForeignKey(new("t_up_foreign", ["up"], new("t"), ["id"]) { OnDelete = ForeignKeyAction.Cascade }));
        Assert.True(database.SwitchedForeignKeysOff);
        Assert.Equal(["1|∅", "2|1"], database.Rows("SELECT * FROM t"));
        database.Execute("DELETE FROM t WHERE id = 1");
        Assert.Empty(database.Rows("SELECT * FROM t"));
    }

    [Fact]
    public async Task Names_of_ours_that_are_taken_are_avoided()
    {
        using var database = await TestDatabase.OfAsync("CREATE TABLE t(a INT, _cairn_a INT); CREATE TABLE _cairn_new_t(x INT); INSERT INTO t VALUES (1, 2)");
        await database.AlterAsync("t", new RenameColumn("a", "b"), new AddColumn(new("a", new(ColumnKind.Integer)) { Default = new ColumnDefault.Raw("40 + 2") }));
        Assert.Equal(["1|2|42"], database.Rows("SELECT b, _cairn_a, a FROM t"));
        Assert.Equal("CREATE TABLE _cairn_new_t(x INT)", database.SqlOf("_cairn_new_t"));
    }

    [Fact]
    public async Task Rowids_stay()
    {
        using var database = await TestDatabase.OfAsync("CREATE TABLE t(a TEXT, rowid TEXT); INSERT INTO t(oid, a, rowid) VALUES (5, 'x', 'r'), (9, 'y', 's')");
        await database.AlterAsync("t", new SetNullability("a", false));
        Assert.Equal(["5|x|r", "9|y|s"], database.Rows("SELECT oid, a, rowid FROM t"));
    }

    [Fact]
    public async Task Primary_keys_come_and_go()
    {
        using var database = await TestDatabase.OfAsync("CREATE TABLE t(id INTEGER, a TEXT); INSERT INTO t VALUES (5, 'x'), (3, 'y')");
        await database.AlterAsync("t", new AddPrimaryKey(new("t_pkey", ["id"])));
        Assert.Equal(["3|y", "5|x"], database.Rows("SELECT rowid, a FROM t"));
        await database.AlterAsync("t", new DropPrimaryKey("t_pkey"), new AddPrimaryKey(new("other", ["id", "a"])));
        Assert.Equal(["id", "a"], (await database.Catalogue.FindTableAsync(new("t"), default))!.PrimaryKey!.Columns);
        await database.AlterAsync("t", new DropPrimaryKey("other"));
        Assert.Equal("CREATE TABLE \"t\"(id INTEGER NOT NULL, a TEXT NOT NULL)", database.SqlOf("t"));
        await database.AlterAsync("t", new AddColumn(new("n", new(ColumnKind.BigInteger)) { Identity = IdentityKind.ByDefault }), new AddPrimaryKey(new("t_pkey", ["n"])));
        database.Execute("INSERT INTO t(id, a) VALUES (1, 'z')");
        Assert.Equal(["1|y", "2|x", "3|z"], database.Rows("SELECT n, a FROM t ORDER BY n").Order());
        Assert.Equal("t_pkey", (await database.Catalogue.FindTableAsync(new("t"), default))!.PrimaryKey!.Name);
    }

    [Fact]
    public async Task A_table_without_rowid_keeps_its_kind()
    {
        using var database = await TestDatabase.OfAsync("CREATE TABLE t(k TEXT PRIMARY KEY, a INT) -- why\nWITHOUT ROWID; INSERT INTO t VALUES ('x', 1)");
        Assert.Equal(ErrorCodes.RebuildImpossible, (await Assert.ThrowsAsync<CairnException>(() => database.AlterAsync("t", new DropPrimaryKey("t_pkey")))).Code);
        await database.AlterAsync("t", new SetNullability("a", false));
        Assert.Equal("CREATE TABLE \"t\"(k TEXT PRIMARY KEY, a INT NOT NULL) -- why\nWITHOUT ROWID", database.SqlOf("t"));
        Assert.Throws<SqliteException>(() => database.Rows("SELECT rowid FROM t"));
    }

    [Fact]
    public async Task An_empty_numbered_table_and_one_in_a_file()
    {
        var path = Path.Combine(Path.GetTempPath(), $"cairn-{Guid.NewGuid():N}.db");
        try
        {
            using (var database = new TestDatabase(path))
            {
                database.Execute("CREATE TABLE t(id INTEGER PRIMARY KEY AUTOINCREMENT, a INT); CREATE TABLE e(id INTEGER PRIMARY KEY AUTOINCREMENT, a INT); INSERT INTO t(a) VALUES (1), (2); DELETE FROM t");
                await database.AlterAsync("t", new SetNullability("a", false));
                await database.AlterAsync("e", new SetNullability("a", false));
            }

            using var again = new TestDatabase(path);
            again.Execute("INSERT INTO t(a) VALUES (5); INSERT INTO e(a) VALUES (5)");
            Assert.Equal(["3", "1"], again.Rows("SELECT id FROM t UNION ALL SELECT id FROM e"));
            Assert.Equal(["t|3", "e|1"], again.Rows("SELECT * FROM sqlite_sequence"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task Only_the_case_of_A_to_Z_is_ignored()
    {
        using var database = await TestDatabase.OfAsync("CREATE TABLE Ä(ä INT UNIQUE, Ä INT, b INT); CREATE TABLE ä(x INT REFERENCES Ä(ä)); INSERT INTO Ä VALUES (1, 2, 3)");
        await database.AlterAsync("Ä", new DropColumn("Ä"), new RenameColumn("B", "Ä"), new SetNullability("Ä", false));
        Assert.Equal(["1|3"], database.Rows("SELECT ä, Ä FROM Ä"));
        Assert.Equal(["x"], (await database.Catalogue.FindTableAsync(new("ä"), default))!.Columns.Select(column => column.Name));
    }

    [Theory]
    [InlineData("a > (1")]
    [InlineData("a > 1)")]
    [InlineData("a > 'x")]
    [InlineData("a > 1 -- why")]
    public async Task SQL_that_is_not_whole_is_an_error(string rule)
    {
        using var database = await TestDatabase.OfAsync("CREATE TABLE t(a INT)");
        Assert.Equal(ErrorCodes.StatementFailed, (await Assert.ThrowsAsync<CairnException>(() => database.AlterAsync("t", new AddCheck(new("c", new CheckRule.Sql(rule)))))).Code);
    }

    [Fact]
    public async Task Rows_have_the_default_that_the_column_came_with()
    {
        using var database = await TestDatabase.OfAsync("CREATE TABLE t(a INT); INSERT INTO t VALUES (1)");
        await database.AlterAsync("t", new AddColumn(new("b", new(ColumnKind.Integer)) { Default = new ColumnDefault.Value(7) }), new SetDefault("b", new ColumnDefault.Value(8)));
        database.Execute("INSERT INTO t(a) VALUES (2)");
        Assert.Equal(["1|7", "2|8"], database.Rows("SELECT * FROM t"));
    }

    [Fact]
    public async Task A_check_names_only_columns_that_there_are()
    {
        using var database = await TestDatabase.OfAsync("CREATE TABLE t(a INT)");
        var error = await Assert.ThrowsAsync<CairnException>(() => database.AlterAsync("t", new RenameColumn("a", "b"), new AddCheck(new("c", new CheckRule.Sql("a > 0 OR CURRENT_DATE > '2000'")))));
        Assert.Equal("Table t has no column a; it has b.", error.Message);
    }
}
