using Cairn.Schema.Operations;
using Xunit;

namespace Cairn.Tests.Sqlite;

/// <summary>Names and expressions as authors write them, inside one AlterTable.</summary>
public class AuthorSqlTests
{
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
