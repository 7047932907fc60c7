using Cairn.Schema.Operations;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Cairn.Tests.Sqlite;

/// <summary>A hand-written schema around one table with all that a rebuild could lose.</summary>
internal static class RichTable
{
    public const string Script = """
        PRAGMA foreign_keys = ON;
        CREATE TABLE cities(country TEXT, name TEXT COLLATE NOCASE, PRIMARY KEY(country, name)) WITHOUT ROWID;
        CREATE TABLE log(what TEXT);
        CREATE TABLE users
        (
          id INTEGER PRIMARY KEY AUTOINCREMENT, -- the total of it all, (and more)
          "name"    VARCHAR(40) COLLATE NOCASE NOT NULL DEFAULT 'no "name"' /* whose? */,
          email TEXT CONSTRAINT users_email_unique UNIQUE, [boss id] INTEGER REFERENCES users(id) ON DELETE SET NULL,
          `score` INT DEFAULT 5 CONSTRAINT score_positive CHECK(score > 0),
          spare INT, indexed TEXT,
          city TEXT, country TEXT,
          "größe ✓" AS (length(name)) VIRTUAL, stored TEXT GENERATED ALWAYS AS (upper(name)) STORED,
          FOREIGN KEY(city, country) REFERENCES cities(name, country) ON UPDATE CASCADE,
          CHECK(users.name <> 'root'), CONSTRAINT "both" UNIQUE(name, country)
        );
        CREATE TABLE posts(id INTEGER PRIMARY KEY, author INT NOT NULL REFERENCES users(id) ON DELETE CASCADE, title TEXT);
        CREATE TABLE likes(mail TEXT REFERENCES users(email) ON DELETE CASCADE ON UPDATE CASCADE, post INT REFERENCES posts ON DELETE CASCADE);
        CREATE INDEX by_email ON users(email COLLATE NOCASE DESC) WHERE email IS NOT NULL;
        CREATE INDEX [by "name"] ON users (lower(name), score DESC);
        CREATE UNIQUE INDEX only_one ON users(country, "name") WHERE score > 100;
        CREATE INDEX by_indexed ON users(indexed);
        CREATE VIEW active_users AS SELECT id, name, email FROM users WHERE score > 0;
        CREATE VIEW deep AS SELECT count(*) AS n FROM active_users JOIN posts ON author = active_users.id;
        CREATE TRIGGER users_log AFTER UPDATE OF name ON users WHEN NEW.email IS NOT NULL BEGIN INSERT INTO log VALUES ('name; ' || NEW.email); END;
        CREATE TRIGGER posts_score AFTER INSERT ON posts BEGIN UPDATE users SET score = score + 1 WHERE id = NEW.author; END;
        INSERT INTO cities VALUES ('de', 'Bonn');
        INSERT INTO users(id, name, email, city, country, "boss id") VALUES (1, 'ann', 'a@x', 'bonn', 'de', NULL), (3, 'bob', 'b@x', NULL, NULL, 1), (4, 'Cid', 'c@x', NULL, NULL, 3);
        INSERT INTO users(id, name) VALUES (90, 'gone');
        DELETE FROM users WHERE id = 90;
        INSERT INTO posts VALUES (1, 1, 'one'), (2, 3, 'two'), (3, 3, 'three');
        INSERT INTO likes VALUES ('a@x', 2), ('b@x', 1);
        DELETE FROM log;
        """;

    /// <summary>All rows and the texts of all other objects.</summary>
    public static List<string> Watch(TestDatabase database, string email = "email") =>
    [
        .. database.Rows($"SELECT id, name, {(database.Rows("SELECT name FROM pragma_table_xinfo('users')").Contains(email) ? email : "`" + OtherEmail(database) + "`")}, [boss id], CAST(score AS INT), city, country, [größe ✓], stored FROM users ORDER BY id"),
        .. database.Rows("SELECT 'post', * FROM posts"),
        .. database.Rows("SELECT 'like', * FROM likes"),
        .. database.Rows("SELECT 'log', * FROM log"),
        .. database.Rows("SELECT * FROM deep"),
        .. database.Rows("SELECT * FROM sqlite_sequence"),
        .. database.Rows("SELECT name FROM sqlite_master WHERE type IN ('table', 'view', 'trigger') ORDER BY name"),
        .. database.Rows("SELECT sql FROM sqlite_master WHERE name IN ('cities', 'posts', 'deep', 'posts_score', 'by \"name\"', 'only_one') ORDER BY name"),
    ];

    /// <summary>Tries everything that was in force before the changes.</summary>
    public static void RequireEverythingInForce(TestDatabase database, TableChange[] changes)
    {
        var email = database.Rows("SELECT name FROM pragma_table_xinfo('users')").Contains("email") ? "email" : OtherEmail(database);
        bool Did<T>() => changes.OfType<T>().Any();
        Refuses(database, "INSERT INTO users(name) VALUES ('root')");
        Refuses(database, $"INSERT INTO users(name, `{email}`, city) VALUES ('z', 'z@x', 'Köln'), ('zz', 'a@x', NULL)");
        Refuses(database, $"INSERT INTO users(name, `{email}`, country) VALUES ('ANN', 'ann@x', 'de')", !Did<DropUnique>());
        Refuses(database, $"INSERT INTO users(name, `{email}`, score) VALUES ('neg', 'n@x', -1)", !Did<DropCheck>());
        Refuses(database, $"INSERT INTO users(name, `{email}`, city, country) VALUES ('far', 'f@x', 'Köln', 'de')", !Did<DropForeignKey>());
        Refuses(database, "INSERT INTO posts VALUES (9, 999, '')");
        database.Execute($"INSERT INTO users(name, `{email}`) VALUES ('new', 'new@x')");
        Assert.Equal("91", database.Scalar("SELECT id FROM users WHERE name = 'NEW'"));
        database.Execute("UPDATE users SET name = 'newer' WHERE id = 91");
        Assert.Equal("name; new@x", database.Scalar("SELECT what FROM log"));
        database.Execute("INSERT INTO posts VALUES (10, 91, 'ten')");
        Assert.Equal("NEWER|5", database.Scalar("SELECT stored, [größe ✓] FROM users WHERE id = 91"));
        Assert.Equal(Did<DropDefault>() ? "∅" : "6", database.Scalar("SELECT score FROM users WHERE id = 91"));
        database.Execute("UPDATE cities SET name = 'Berlin'");
        Assert.Equal(Did<DropForeignKey>() ? "bonn" : "Berlin", database.Scalar("SELECT city FROM users WHERE id = 1"));
        database.Execute($"UPDATE users SET `{email}` = 'A@X' WHERE id = 1");
        Assert.Equal("A@X", database.Scalar("SELECT mail FROM likes ORDER BY mail"));
        database.Execute("DELETE FROM users WHERE id = 3");
        Assert.Equal(["1", "10"], database.Rows("SELECT id FROM posts ORDER BY id"));
        Assert.Equal("∅", database.Scalar("SELECT [boss id] FROM users WHERE id = 4"));
    }

    private static string OtherEmail(TestDatabase database) => database.Rows("SELECT name FROM pragma_table_xinfo('users')")[2];

    private static void Refuses(TestDatabase database, string sql, bool refuses = true)
    {
        database.Execute("SAVEPOINT refusal");
        if (refuses)
        {
            Assert.Throws<SqliteException>(() => database.Execute(sql));
        }
        else
        {
            database.Execute(sql);
        }

        database.Execute("ROLLBACK TO refusal; RELEASE refusal");
    }
}
