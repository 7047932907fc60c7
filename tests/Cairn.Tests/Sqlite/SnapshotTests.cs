using Cairn.Schema.Comparison;
using Cairn.Schema.Inspection;
using Cairn.Schema.Operations;
using Cairn.Schema.Snapshots;
using Xunit;

namespace Cairn.Tests.Sqlite;

/// <summary>The whole structure: what a change makes of it, and that only what matters is told apart.</summary>
public class SnapshotTests
{
    [Theory]
    [InlineData("DROP INDEX by_indexed", "index by_indexed: Removed")]
    [InlineData("CREATE INDEX more ON users(spare)", "index more: Added")]
    [InlineData("DROP INDEX by_email; CREATE INDEX by_email ON users(email COLLATE NOCASE) WHERE email IS NOT NULL", "index by_email: columns email collate NOCASE desc became email collate NOCASE")]
    [InlineData("DROP INDEX by_email; CREATE INDEX by_email ON users(email DESC) WHERE email IS NOT NULL", "index by_email: columns email collate NOCASE desc became email desc")]
    [InlineData("DROP INDEX by_email; CREATE INDEX by_email ON users(email COLLATE NOCASE DESC)", "index by_email: where email IS NOT NULL became none")]
    [InlineData("DROP INDEX by_indexed; CREATE UNIQUE INDEX by_indexed ON users(indexed)", "unique by_indexed of users: Added|index by_indexed: Removed")]
    [InlineData("DROP INDEX `by \"name\"`; CREATE INDEX `by \"name\"` ON users(upper(name), score DESC)", "index by \"name\": columns (lower(name)), score desc became (upper(name)), score desc")]
    [InlineData("DROP VIEW deep", "view deep: Removed")]
    [InlineData("DROP VIEW deep; CREATE VIEW deep AS SELECT count(*) AS n FROM active_users", "view deep: definition CREATE VIEW deep AS SELECT count(*) AS n FROM active_users JOIN posts ON author = active_users.id became CREATE VIEW deep AS SELECT count(*) AS n FROM active_users")]
    [InlineData("DROP TRIGGER posts_score", "trigger posts_score of posts: Removed")]
    [InlineData("ALTER TABLE posts ADD COLUMN body TEXT DEFAULT ''", "column posts.body: Added")]
    [InlineData("ALTER TABLE posts RENAME COLUMN title TO name", "column posts.title: Removed|column posts.name: Added")]
    [InlineData("ALTER TABLE log RENAME TO logs; DROP TRIGGER users_log", "table log: Removed|trigger users_log of users: Removed|table logs: Added")]
    [InlineData("DROP TABLE likes; CREATE TABLE likes(mail TEXT REFERENCES users(email) ON UPDATE CASCADE, post INT REFERENCES posts ON DELETE CASCADE)", "foreign key (mail) references users (email) of likes: on delete cascade became none")]
    [InlineData("DROP TABLE likes; CREATE TABLE likes(post INT REFERENCES posts ON DELETE CASCADE, mail TEXT REFERENCES users(email) ON DELETE CASCADE ON UPDATE CASCADE)", "table likes: column order mail, post became post, mail")]
    [InlineData("DROP TABLE likes; CREATE TABLE likes(mail TEXT NOT NULL COLLATE NOCASE REFERENCES users(email) ON DELETE CASCADE ON UPDATE CASCADE, post INTEGER REFERENCES posts ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED)", "column likes.mail: nullable yes became no, collation none became NOCASE|column likes.post: type INT became INTEGER|foreign key (post) references posts (id) of likes: deferrable none became initially deferred")]
    [InlineData("DROP TABLE log; CREATE TABLE log(what TEXT, PRIMARY KEY (what)) WITHOUT ROWID", "table log: without rowid none became yes|column log.what: nullable yes became no|primary key (what) of log: Added")]
    [InlineData("DROP TABLE log; CREATE TABLE log(what TEXT UNIQUE ON CONFLICT IGNORE)", "unique (what) of log: Added")]
    [InlineData("PRAGMA user_version = 7", "database main: user version none became 7")]
    public async Task A_change_is_told_with_the_object_s_name(string change, string expected)
    {
        using var database = await TestDatabase.OfAsync(RichTable.Script);
        var before = await ReadAsync(database);
        database.Execute(change);
        var after = await ReadAsync(database);
        Assert.Equal(expected.Split('|'), SchemaDiffer.Compare(before, after).Differences.Select(Describe));
        Assert.NotEqual(Fingerprint.Of(before), Fingerprint.Of(after));
    }

    [Theory]
    [InlineData("ALTER TABLE posts RENAME TO articles; ALTER TABLE articles RENAME TO posts")]
    [InlineData("ALTER TABLE users RENAME COLUMN spare TO rest; ALTER TABLE users RENAME COLUMN rest TO spare")]
    [InlineData("ALTER TABLE posts ADD COLUMN x INT; ALTER TABLE posts DROP COLUMN x")]
    [InlineData("INSERT INTO log VALUES ('row'); ANALYZE; VACUUM")]
    [InlineData("DROP INDEX by_indexed; create index  \"by_indexed\" /* again */ on [users] ( indexed asc )")]
    [InlineData("DROP VIEW deep; create view deep as select COUNT(*) as n -- all\n from \"active_users\" join posts on Author == active_users.ID")]
    [InlineData("DROP TABLE log; CREATE TABLE \"log\" ( \"what\"  text )")]
    [InlineData("DROP TABLE likes; CREATE TABLE likes(mail TEXT, post INT, FOREIGN KEY (mail) REFERENCES users (email) ON DELETE CASCADE ON UPDATE CASCADE, FOREIGN KEY (post) REFERENCES posts(id) ON DELETE CASCADE)")]
    public async Task What_makes_no_difference_is_none(string change)
    {
        using var database = await TestDatabase.OfAsync(RichTable.Script);
        var before = await ReadAsync(database);

        // VACUUM is refused among other statements.
        foreach (var statement in change.Split("; "))
        {
            database.Execute(statement);
        }

        var after = await ReadAsync(database);
        Assert.Empty(SchemaDiffer.Compare(before, after).Differences.Select(Describe));
        Assert.Equal(Fingerprint.Of(before), Fingerprint.Of(after));
    }

    [Fact]
    public async Task A_rebuild_there_and_back_makes_no_difference()
    {
        using var database = await TestDatabase.OfAsync(RichTable.Script);
        var before = await ReadAsync(database);
        database.Execute("UPDATE users SET spare = 0");
        await database.AlterAsync("users", new SetNullability("spare", false));
        Assert.Equal(["column users.spare: nullable yes became no"], SchemaDiffer.Compare(before, await ReadAsync(database)).Differences.Select(Describe));
        await database.AlterAsync("users", new SetNullability("spare", true));
        Assert.Empty(SchemaDiffer.Compare(before, await ReadAsync(database)).Differences.Select(Describe));
    }

    [Theory]
    [InlineData("t_a_unique")]
    [InlineData("named")]
    public async Task A_unique_constraint_that_comes_back_as_an_index_is_the_same(string name)
    {
        using var database = await TestDatabase.OfAsync($"CREATE TABLE t(a TEXT, CONSTRAINT {name} UNIQUE(a))");
        var before = await ReadAsync(database);
        await database.AlterAsync("t", new DropUnique(name, ["a"]));
        Assert.NotEmpty(SchemaDiffer.Compare(before, await ReadAsync(database)).Differences);
        await database.AlterAsync("t", new AddUnique(new(name, ["a"])));
        Assert.Empty(SchemaDiffer.Compare(before, await ReadAsync(database)).Differences.Select(Describe));
    }

    [Fact]
    public async Task The_content_of_a_virtual_table_belongs_to_it()
    {
        using var database = await TestDatabase.OfAsync("CREATE VIRTUAL TABLE pages USING fts5(title, body); CREATE TABLE own(a); CREATE TABLE pages_extra(a)");
        var found = await ReadAsync(database);
        Assert.Equal(["own", "pages", "pages_extra"], found.Tables.Select(table => table.Name));
        Assert.Equal("fts5", found.Find(ObjectKind.Table, "pages")!["module"]);
        Assert.Equal(["title", "body"], found.Find(ObjectKind.Table, "pages")!.Of(ObjectKind.Column).Select(column => column.Name));
    }

    [Fact]
    public async Task What_is_left_out_is_left_out_with_all_of_it()
    {
        using var database = await TestDatabase.OfAsync("CREATE TABLE a(x); CREATE INDEX ai ON a(x); CREATE TRIGGER at AFTER INSERT ON a BEGIN SELECT 1; END");
        var whole = Fingerprint.Of(await ReadAsync(database));
        database.Execute("CREATE TABLE cairn_own(x UNIQUE); CREATE INDEX oi ON cairn_own(x)");
        var scope = new SnapshotScope { LeaveOut = new HashSet<string>(["Cairn_Own"], StringComparer.OrdinalIgnoreCase) };
        Assert.Equal(whole, Fingerprint.Of(await database.Dialect.Snapshots.ReadAsync(database, scope, CancellationToken.None)));
        Assert.NotEqual(whole, Fingerprint.Of(await ReadAsync(database)));
    }

    [Fact]
    public async Task The_texts_recreate_the_database()
    {
        using var database = await TestDatabase.OfAsync(RichTable.Script);
        var found = await ReadAsync(database);
        using var copy = await TestDatabase.OfAsync("");
        foreach (var text in found.Objects.SelectMany(known => known.Children.Prepend(known)).OrderBy(known => known.Kind).Select(known => known[FactNames.Text]).OfType<string>())
        {
            copy.Execute(text);
        }

        Assert.Empty(SchemaDiffer.Compare(found, await ReadAsync(copy)).Differences.Select(Describe));
    }

    private static ValueTask<SchemaSnapshot> ReadAsync(TestDatabase database) => database.Dialect.Snapshots.ReadAsync(database, new SnapshotScope(), CancellationToken.None);

    private static string Describe(ObjectDifference difference) =>
        $"{difference.Name}: {(difference.Kind == DifferenceKind.Changed ? string.Join(", ", difference.Facts.Select(fact => fact.Describe())) : difference.Kind)}";
}
