namespace Cairn.Tests.SqlKataTests;

/// <summary>What our own SqlKata gives instead of what was recorded: SQL, or an exception.</summary>
public sealed record KataDeviation(string Id, string Dialect, string? Throws, IReadOnlyList<KataStatement> Statements, bool Runs, string? Result)
{
    private static readonly string[] NotMySql = ["sqlite", "postgres"];

    /// <summary>The same on every dialect but for its quotes.</summary>
    public static IEnumerable<KataDeviation> Everywhere(string id, string sql, string bindings, bool runs = true) =>
        KataCase.Dialects.Select(dialect => On(dialect, id, sql, bindings, runs));

    public static KataDeviation On(string dialect, string id, string sql, string bindings, bool runs = true) =>
        new(id, dialect, null, [KataStatement.Of(dialect == "mysql" ? sql.Replace('"', '`') : sql, bindings)], runs, null);

    /// <summary>Refused by SQLite and PostgreSQL; MySQL has a form for it.</summary>
    public static IEnumerable<KataDeviation> MySqlOnly(string id, string sql, string bindings) =>
        [.. NotMySql.Select(dialect => new KataDeviation(id, dialect, nameof(NotSupportedException), [], Runs: false, null)), On("mysql", id, sql, bindings)];

    /// <summary>A case of execution, which runs on SQLite here.</summary>
    public static KataDeviation Executed(string id, string result, params (string Sql, string Bindings)[] statements) =>
        new(id, "sqlite", null, [.. statements.Select(item => KataStatement.Of(item.Sql, item.Bindings))], Runs: true, result);
}
