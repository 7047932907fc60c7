using System.Text.Json.Nodes;

namespace Cairn.Tests.SqlKataTests;

/// <summary>One recorded case: an expression, and what the real library made of it per dialect.</summary>
public sealed record KataCase(string Id, string Expression, bool Execution, IReadOnlyDictionary<string, KataOutcome> Outcomes)
{
    public static IReadOnlyList<string> Dialects { get; } = ["sqlite", "postgres", "mysql"];

    public static IReadOnlyList<KataCase> All { get; } = Load();

    private static List<KataCase> Load()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "SqlKata", "sqlkata-cases.json");
        var cases = JsonNode.Parse(File.ReadAllText(file))!["cases"]!.AsArray();
        return [.. cases.Select(node => new KataCase(
            (string)node!["id"]!,
            (string)node["csharp"]!,
            (bool?)node["execution"] ?? false,
            Dialects.ToDictionary(dialect => dialect, dialect => KataOutcome.Of(node["dialects"]![dialect]!.AsObject()))))];
    }
}

/// <summary>What came of a case: the statements, or the type of the exception, and what running them gave.</summary>
public sealed record KataOutcome(IReadOnlyList<KataStatement> Statements, string? Throws, string? Runs, string? Result)
{
    public static KataOutcome Of(JsonObject node)
    {
        List<KataStatement> statements = node["statements"] is JsonArray several
            ? [.. several.Select(item => KataStatement.Of(item!.AsObject()))]
            : node["sql"] is null ? [] : [KataStatement.Of(node)];
        return new KataOutcome(statements, ((string?)node["throws"])?.Split(':')[0], (string?)node["runs"], (string?)node["result"]);
    }
}

/// <summary>SQL with white space collapsed, and the bindings as JSON.</summary>
public sealed record KataStatement(string Sql, string Bindings)
{
    public static KataStatement Of(string sql, string bindings) =>
        new(string.Join(' ', sql.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), bindings);

    public static KataStatement Of(JsonObject node) => Of((string)node["sql"]!, node["bindings"]!.ToJsonString());
}
