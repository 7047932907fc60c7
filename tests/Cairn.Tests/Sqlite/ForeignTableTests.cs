using Cairn.Schema.Dialects.Sqlite.Parsing;
using Cairn.Schema.Operations;
using Xunit;

namespace Cairn.Tests.Sqlite;

/// <summary>Tables that Cairn did not make: a rebuild there and back gives the text back literally.</summary>
public class ForeignTableTests
{
    public static TheoryData<string> OddTables => TableParserTests.OddTables;

    [Theory]
    [MemberData(nameof(OddTables))]
    public async Task There_and_back_again(string sql)
    {
        using var database = await TestDatabase.OfAsync($"CREATE TABLE u(x INTEGER PRIMARY KEY, y INT); {sql}");
        var name = database.Scalar("SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'u' AND name NOT LIKE 'sqlite%'")!;
        var before = database.SqlOf(name)!;
        var rows = database.Rows($"SELECT count(*) FROM `{name}`");
        await database.AlterAsync(name, new AddCheck(new("new check", new CheckRule.Sql("1"))));
        Assert.Contains("CHECK (1)", database.SqlOf(name), StringComparison.Ordinal);
        await database.AlterAsync(name, new DropCheck("new check"));
        Assert.Equal(Nameless(before), Nameless(database.SqlOf(name)!));
        await database.AlterAsync(name, new AddColumn(new("neu ✓", new(ColumnKind.Text)) { Default = new ColumnDefault.Raw("lower('X')") }));
        await database.AlterAsync(name, new DropColumn("neu ✓"));

        // DROP COLUMN of SQLite itself takes the line break behind the last column with it.
        Assert.Equal(Nameless(before).Replace("\r\n)", ")", StringComparison.Ordinal), Nameless(database.SqlOf(name)!).Replace("\r\n)", ")", StringComparison.Ordinal));
        Assert.Equal(rows, database.Rows($"SELECT count(*) FROM `{name}`"));
    }

    [Fact]
    public async Task Unnamed_constraints_are_dropped_by_their_columns()
    {
        using var database = await TestDatabase.OfAsync(
            """
            CREATE TABLE p(a INT, b INT, PRIMARY KEY (a, b));
            CREATE TABLE t(a INT UNIQUE, b INT REFERENCES p(a) /* keep */, c INT,
              UNIQUE ("B", c) -- why
              , FOREIGN KEY([a],b) REFERENCES p);
            """);
        await database.AlterAsync("t", new DropUnique("t_a_unique", ["a"]), new DropForeignKey("t_b_foreign", ["b"]));
        await database.AlterAsync("t", new DropUnique("t_b_c_unique", ["b", "c"]), new DropForeignKey("t_a_b_foreign", ["a", "b"]));
        Assert.Equal("CREATE TABLE \"t\"(a INT, b INT /* keep */, c INT)", database.SqlOf("t"));
    }

    [Fact]
    public async Task A_history_of_someone_else_goes_on()
    {
        // In the manner of schemas that tools and hands left behind over the years.
        using var database = await TestDatabase.OfAsync(
            """
            CREATE TABLE [Artist]
            (
                [ArtistId] INTEGER  NOT NULL,
                [Name] NVARCHAR(120),
                CONSTRAINT [PK_Artist] PRIMARY KEY  ([ArtistId])
            );
            CREATE TABLE [Album]
            (
                [AlbumId] INTEGER  NOT NULL,
                [Title] NVARCHAR(160)  NOT NULL,
                [ArtistId] INTEGER  NOT NULL,
                CONSTRAINT [PK_Album] PRIMARY KEY  ([AlbumId]),
                FOREIGN KEY ([ArtistId]) REFERENCES [Artist] ([ArtistId])
            		ON DELETE NO ACTION ON UPDATE NO ACTION
            );
            CREATE UNIQUE INDEX [IPK_Album] ON [Album]([AlbumId]);
            CREATE INDEX [IFK_AlbumArtistId] ON [Album] ([ArtistId]);
            CREATE VIEW "albums by artist" AS SELECT a."Name", b.[Title] FROM Artist a JOIN Album b USING (ArtistId);
            INSERT INTO Artist VALUES (1, 'AC/DC'), (2, 'Accept');
            INSERT INTO Album VALUES (1, 'For Those About To Rock', 1), (2, 'Balls to the Wall', 2);
            """);
        await database.RunAsync(
            new AlterTable(new("artist"), [new SetNullability("name", false), new RenameColumn("Name", "artist name"), new AddUnique(new("artist_name_unique", ["artist name"]))]),
            new AlterTable(new("Album"), [new DropForeignKey("album_artistid_foreign", ["ArtistId"]), new AlterColumn(new("Title", new(ColumnKind.Text)))]),
            new AlterTable(new("Album"), [new AddForeignKey(new("album_artistid_foreign", ["ArtistId"], new("Artist"), ["ArtistId"]) { OnDelete = ForeignKeyAction.Cascade })]),
            new RenameTable(new("Artist"), "artists"));
        Assert.Equal(["AC/DC|For Those About To Rock", "Accept|Balls to the Wall"], database.Rows("SELECT * FROM \"albums by artist\" ORDER BY 1"));
        Assert.Equal(["IFK_AlbumArtistId", "IPK_Album"], (await database.Catalogue.FindTableAsync(new("album"), default))!.Indexes.Select(index => index.Name));
        database.Execute("DELETE FROM artists WHERE `artist name` = 'Accept'");
        Assert.Equal(["1"], database.Rows("SELECT AlbumId FROM Album"));
        Assert.Equal(
            "CREATE TABLE \"Album\"\n(\n    [AlbumId] INTEGER  NOT NULL,\n    [Title] text  NOT NULL,\n    [ArtistId] INTEGER  NOT NULL,\n    CONSTRAINT [PK_Album] PRIMARY KEY  ([AlbumId]),\n"
                + "    CONSTRAINT `album_artistid_foreign` FOREIGN KEY (`ArtistId`) REFERENCES \"artists\" (`ArtistId`) ON DELETE CASCADE\n)",
            database.SqlOf("Album"));
    }

    private static string Nameless(string sql) => (TableParser.Parse(sql) with { Name = "" }).ToString();
}
