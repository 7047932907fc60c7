using Cairn.Schema.Dialects.Sqlite.Parsing;
using Xunit;

namespace Cairn.Tests.Sqlite;

public class TableParserTests
{
    public static TheoryData<string> OddTables => new(
        "CREATE TABLE t(a)",
        "CREATE TABLE [odd name] ([a b] INT, \"c\"\"d\" TEXT, `e``f` , 'g' BLOB)",
        "CREATE TABLE t(a INTEGER PRIMARY KEY ASC ON CONFLICT REPLACE AUTOINCREMENT, b TEXT CONSTRAINT nn NOT NULL ON CONFLICT FAIL)",
        "CREATE TABLE t(a INT/* , ) */, -- b, (\n b INT -- last\n)",
        "CREATE TABLE t(a DECIMAL(10, 2) DEFAULT -1.5e-3 CHECK (a > (1 + 2)), b VARCHAR ( 20 ) DEFAULT x'00ff', c LONG VARCHAR DEFAULT (strftime('%Y,)', 'now')))",
        "CREATE TABLE t(a, b, PRIMARY KEY(a, b) UNIQUE(b) CONSTRAINT c CHECK(a <> b), FOREIGN KEY(a) REFERENCES u) WITHOUT ROWID",
        "CREATE TABLE t(a INT, b INT GENERATED ALWAYS AS (a * 2) STORED, c AS (a || 'x)'), d INT AS (a) VIRTUAL NOT NULL)",
        "CREATE TABLE t(a REFERENCES u(x) ON DELETE SET NULL ON UPDATE NO ACTION MATCH FULL NOT DEFERRABLE INITIALLY IMMEDIATE NOT NULL, b REFERENCES u DEFERRABLE INITIALLY DEFERRED)",
        "CREATE TABLE größe(ärger TEXT COLLATE NOCASE NULL, \"select\" INT, \"unique\" TEXT UNIQUE)",
        "CREATE TABLE IF NOT EXISTS main.t\r\n(\r\n\ta INT\r\n)\r\n",
        "CREATE TABLE t(id INTEGER, PRIMARY KEY(id AUTOINCREMENT))",
        "CREATE TABLE t(a TEXT CONSTRAINT dangling, b DEFAULT CURRENT_TIMESTAMP, c DEFAULT TRUE, d DEFAULT +5)");

    [Theory]
    [MemberData(nameof(OddTables))]
    public async Task What_SQLite_accepts_is_put_together_again_literally(string sql)
    {
        using var database = await TestDatabase.OfAsync(sql);
        var kept = database.Scalar("SELECT sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")!;
        foreach (var text in new[] { sql, kept })
        {
            Assert.Equal(text, TableParser.Parse(text).ToString());
        }

        var columns = database.Rows("SELECT x.name FROM sqlite_master m JOIN pragma_table_xinfo(m.name) x WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' ORDER BY x.cid");
        Assert.Equal(columns, TableParser.Parse(kept).Columns.Select(column => column.Name));
    }

    [Fact]
    public void Constraints_are_understood()
    {
        var table = TableParser.Parse("""
            CREATE TABLE "t" (
              a INTEGER CONSTRAINT "the key" PRIMARY KEY AUTOINCREMENT, b TEXT DEFAULT ('x' || 'y') COLLATE nocase CHECK (b <> ''),
              c AS (a + 1) STORED, CONSTRAINT f FOREIGN KEY (a, b) REFERENCES [o t] (x, y) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
            )
            """);
        var (a, b, c) = (table.Find("A")!, table.Find("b")!, table.Find("c")!);
        Assert.Equal(("the key", true), (a.Find(ConstraintKind.PrimaryKey)!.Name, a.Find(ConstraintKind.PrimaryKey)!.Flag));
        Assert.Equal("('x' || 'y')", b.Find(ConstraintKind.Default)!.Expression);
        Assert.Equal("nocase", b.Find(ConstraintKind.Collate)!.Expression);
        Assert.Equal("b <> ''", b.Find(ConstraintKind.Check)!.Expression);
        Assert.Equal(("a + 1", true), (c.Find(ConstraintKind.Generated)!.Expression, c.Find(ConstraintKind.Generated)!.Flag));
        var key = table.Constraints.Single().Constraint.ForeignKey!;
        Assert.Equal(["a", "b"], key.Columns);
        Assert.Equal(["x", "y"], key.ReferencedColumns);
        Assert.Equal(("f", "o t", ForeignKeyAction.Cascade, true, true), (key.Name, key.ReferencedTable.Name, key.OnDelete, key.Deferrable, key.InitiallyDeferred));
    }

    [Theory]
    [InlineData("a > 0 AND lower(b) LIKE 'a%' ESCAPE '\\'", "a b")]
    [InlineData("CASE a WHEN b THEN c ELSE d END DESC", "a b c d")]
    [InlineData("desc DESC, asc ASC", "desc asc")]
    [InlineData("CAST(a AS integer) = 1 OR t.b COLLATE nocase IS NOT NULL", "a b")]
    [InlineData("\"a\" = 'b' AND [c] IN (`d`, x'00') AND e ISNULL", "a c d e")]
    [InlineData("like = 1 AND a like b and a glob 'x' or match match c", "like a b match c")]
    [InlineData("a) WHERE b BETWEEN 1 AND c", "a b c")]
    public void Columns_of_expressions_are_found(string expression, string columns) =>
        Assert.Equal(columns.Split(' ').Order(), ColumnReferences.In(expression).Order());

    [Fact]
    public void Columns_of_expressions_are_renamed_all_at_once()
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["a"] = "b", ["b"] = "a" };
        Assert.Equal("`b` + `a` > b(`b`, 'a') /* a */", ColumnReferences.Rename("a + \"b\" > b(A, 'a') /* a */", names));
    }

    [Theory]
    [InlineData("CREATE VIRTUAL TABLE t USING fts5(a)")]
    [InlineData("CREATE TABLE t")]
    [InlineData("CREATE TABLE t(a")]
    [InlineData("CREATE TABLE t(a CHECK (1)")]
    public void What_is_no_table_is_an_error(string sql) => Assert.Throws<FormatException>(() => TableParser.Parse(sql));
}
