using Cairn.Schema.Operations;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Cairn.Tests.Sqlite;

/// <summary>Changes in one AlterTable must do what the same changes do in one AlterTable each: written order, whatever is folded.</summary>
public class FoldingTests
{
    private const string Script = """
        CREATE TABLE log(what TEXT);
        CREATE TABLE t(id INTEGER PRIMARY KEY AUTOINCREMENT, a INT DEFAULT 1, "b" TEXT, c INT NOT NULL CHECK (c > 0), d TEXT, e AS (c + 1));
        CREATE TABLE child(t INT REFERENCES t ON DELETE CASCADE);
        CREATE INDEX ia ON t(a); CREATE INDEX ib ON t("b", c DESC) WHERE a > 0;
        CREATE VIEW v AS SELECT id, c AS cc FROM t;
        CREATE TRIGGER g AFTER UPDATE OF c ON t BEGIN INSERT INTO log VALUES (NEW.c); END;
        INSERT INTO t(a, b, c, d) VALUES (1, 'x', 1, NULL), (2, 'y', 2, 'z');
        INSERT INTO child VALUES (1), (2), (2);
        """;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 200)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Folded_or_one_by_one_is_the_same(int seed)
    {
        var changes = Changes(seed);
        using var folded = await TestDatabase.OfAsync(Script);
        using var single = await TestDatabase.OfAsync(Script);
        var foldedError = await TryAsync(() => folded.AlterAsync("t", changes));
        var singleError = await TryAsync(async () =>
        {
            foreach (var change in changes)
            {
                await single.AlterAsync("t", change);
            }
        });
        if (foldedError is null && singleError is InvalidOperationException && changes.OfType<DropColumn>().Any())
        {
            // A column that may not be null and then goes: nobody looks at its rows any more.
            return;
        }

        Assert.True((foldedError is null) == (singleError is null), $"{seed} {string.Join("; ", changes.Select(c => c.ToString()))}\nfolded: {foldedError}\none by one: {singleError}");
        if (foldedError is null)
        {
            Assert.Equal(await DescribeAsync(single), await DescribeAsync(folded));
            Assert.InRange(folded.Sent.Count(statement => statement.Text.StartsWith("DROP TABLE", StringComparison.Ordinal)), 0, 1);
        }
        else
        {
            using var untouched = await TestDatabase.OfAsync(Script);
            Assert.Equal(await DescribeAsync(untouched), await DescribeAsync(folded));
        }
    }

    private static async Task<Exception?> TryAsync(Func<Task> action)
    {
        try
        {
            await action();
            return null;
        }
        catch (Exception exception) when (exception is CairnException or SqliteException or InvalidOperationException)
        {
            return exception;
        }
    }

    private static TableChange[] Changes(int seed)
    {
        // Names are mostly right, and now and then wrong.
        var random = new Random(seed);
        var present = new List<string> { "a", "b", "c", "d", "e" };
        string Old() => random.Next(25) == 0 || present.Count == 0 ? "z" : present[random.Next(present.Count)];
        string New() => new[] { "n", "order", "a", "b", "d" }.Where(name => !present.Contains(name) || random.Next(25) == 0).OrderBy(_ => random.Next()).FirstOrDefault("q");
        string Added(string name)
        {
            present.Add(name);
            return name;
        }

        string Gone(string name)
        {
            present.Remove(name);
            return name;
        }

        TableChange Next() => random.Next(13) switch
        {
            0 or 1 or 2 => new RenameColumn(Gone(Old()), Added(New())),
            3 => new AddColumn(new(Added(New()), new(ColumnKind.Text)) { Default = new ColumnDefault.Raw("lower('N')") }),
            4 => new AddColumn(new(Added(New()), new(ColumnKind.Integer)) { Default = new ColumnDefault.Value(7) }),
            5 => new AddColumn(new(New(), new(ColumnKind.Integer)) { Generated = new($"`{Old()}` + 1", random.Next(2) == 0) }),
            6 => new DropColumn(Gone(Old())),
            7 => new SetNullability(Old(), random.Next(3) == 0),
            8 => new SetDefault(Old(), new ColumnDefault.Value(random.Next(9))),
            9 => new AddIndex(new($"i{random.Next(9)}", [new(Old()), new($"abs(`{Old()}`)", true)]) { Where = $"`{Old()}` IS NOT NULL" }),
            10 => new RenameIndex(random.Next(2) == 0 ? "ia" : "ib", $"i{random.Next(9)}"),
            11 => new AddCheck(new($"check{random.Next(9)}", new CheckRule.Sql($"`{Old()}` IS NOT 99"))),
            _ => new DropIndex(random.Next(2) == 0 ? "ia" : "ib"),
        };
        return [.. Enumerable.Range(0, random.Next(2, 6)).Select(_ => Next())];
    }

    private static async Task<List<string>> DescribeAsync(TestDatabase database)
    {
        var table = (await database.Catalogue.FindTableAsync(new("t"), default))!;
        var columns = string.Join(", ", table.Columns.Select(column => $"`{column.Name}`"));
        return
        [
            .. table.Columns.Select(column => $"{Plain(column)}"),
            .. table.Checks.Select(check => $"{check.Name}: {Plain(check.Expression)}").Order(),
            .. table.Indexes.Select(index => $"{index.Name} {string.Join(", ", index.Columns.Select(c => Plain(c.Name) + c.Descending))} {Plain(index.Where)}"),
            .. database.Rows($"SELECT {columns} FROM t ORDER BY id"),
            .. database.Rows("SELECT 'v', * FROM v"),
            .. database.Rows("SELECT 'child', * FROM child"),
            .. database.Rows("SELECT * FROM sqlite_sequence"),
            Plain(database.SqlOf("g")),
            Plain(database.SqlOf("v")),
        ];
    }

    private static string Plain(object? text) => $"{text}".Replace("\"", "", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal);
}
