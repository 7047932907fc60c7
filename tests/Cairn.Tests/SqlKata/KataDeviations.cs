using static Cairn.Tests.SqlKataTests.KataDeviation;

namespace Cairn.Tests.SqlKataTests;

/// <summary>Every case where ours does not do as recorded; <c>docs/decisions/0002</c> has the reasons.</summary>
public static class KataDeviations
{
    public static IReadOnlyList<KataDeviation> All { get; } =
    [
        // A question mark that was escaped is one.
        .. Everywhere("select-raw-escape", "SELECT '[x] ?' as lit FROM \"users\"", "[]"),
        .. Everywhere("raw-qmark-operator", "SELECT * FROM \"users\" WHERE cast(\"note\" as jsonb) ? @p0", "[\"a\"]", runs: false),

        // Drivers do not agree on what an enum is.
        .. Everywhere("where-enum", "SELECT * FROM \"users\" WHERE \"age\" = @p0", "[5]"),

        // PostgreSQL compares no text with a date.
        On("postgres", "where-date", "SELECT * FROM \"users\" WHERE \"created_at\"::date >= @p0::date", "[\"2024-01-01\"]"),
        On("postgres", "where-time", "SELECT * FROM \"users\" WHERE \"created_at\"::time = @p0::time", "[\"10:00:00\"]"),

        // Left out without a word.
        On("sqlite", "order-random", "SELECT * FROM \"users\" ORDER BY RANDOM()", "[]"),
        On("postgres", "order-random", "SELECT * FROM \"users\" ORDER BY RANDOM()", "[]"),
        On("mysql", "order-random", "SELECT * FROM \"users\" ORDER BY RAND()", "[]"),

        // Order and limit of a union stand at its end.
        .. Everywhere("union-all-order", "SELECT \"name\" FROM \"users\" UNION ALL SELECT \"name\" FROM \"archive\" ORDER BY \"name\" LIMIT @p0", "[1]"),

        // MySQL and MariaDB take WITH only after INSERT INTO.
        On("mysql", "cte-insert", "INSERT INTO \"archive\" (\"id\", \"name\") WITH \"s\" AS (SELECT \"id\", \"name\" FROM \"users\") SELECT \"id\", \"name\" FROM \"s\"", "[]"),

        // One value is one parameter; SQLite's driver has no arrays and says so.
        .. Everywhere("insert-array-value", "INSERT INTO \"users\" (\"note\", \"name\") VALUES (@p0, @p1)", "[[\"a\",\"b\"],\"x\"]", runs: false),

        // What would be dropped is the dialect's own form, or refused.
        .. MySqlOnly("update-join-ignored", "UPDATE \"users\" INNER JOIN \"posts\" ON \"posts\".\"user_id\" = \"users\".\"id\" SET \"note\" = @p0 WHERE \"posts\".\"views\" > @p1", "[\"x\",100]"),
        .. MySqlOnly("update-limit-ignored", "UPDATE \"users\" SET \"note\" = @p0 ORDER BY \"id\" LIMIT @p1", "[\"x\",1]"),
        .. MySqlOnly("delete-limit-ignored", "DELETE FROM \"tags\" LIMIT @p0", "[1]"),
        .. MySqlOnly("delete-join", string.Empty, "[]").Where(item => item.Throws is not null),

        // Running a query does not change it: the rows are read, not inserted again.
        Executed(
            "x-method-sticks",
            "Int32 5",
            ("INSERT INTO \"tags\" (\"name\", \"weight\") VALUES (@p0, @p1)", "[\"s\",1]"),
            ("SELECT * FROM \"tags\"", "[]")),

        // More rows than one statement's parameters go in several.
        Executed("x-many-params", "Int32 20000", [.. Enumerable.Range(0, 20).Select(Batch)]),
        Executed("x-many-params-35000", "Int32 35000", [.. Enumerable.Range(0, 35).Select(Batch)]),
    ];

    public static KataDeviation? For(string id, string dialect) => All.FirstOrDefault(item => item.Id == id && item.Dialect == dialect);

    // A thousand rows of two columns.
    private static (string Sql, string Bindings) Batch(int number) =>
    (
        "INSERT INTO \"tags\" (\"name\", \"weight\") VALUES " + string.Join(", ", Enumerable.Range(0, 1000).Select(i => $"(@p{2 * i}, @p{(2 * i) + 1})")),
        $"[{string.Join(',', Enumerable.Range(1000 * number, 1000).Select(i => $"\"p{i}\",{i}"))}]"
    );
}
