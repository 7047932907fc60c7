using System.Text.RegularExpressions;
using Cairn.Schema.Operations;

namespace Cairn.Schema.Dialects.Postgres;

/// <summary>Triggers: PostgreSQL's run a function, so one is made for each body.</summary>
internal static partial class PostgresTriggers
{
    public static IReadOnlyList<SqlStatement> Create(Dialect dialect, CreateTrigger create)
    {
        var when = create.When is null ? "" : $"\nWHEN ({create.When})";
        var head = $"CREATE TRIGGER {dialect.Quote(create.Trigger.Name)} {create.Timing} ON {dialect.Quote(create.Table)}\nFOR EACH ROW{when}\nEXECUTE ";
        if (ExecuteWords().Match(create.Body) is { Success: true } execute)
        {
            return [new SqlStatement(head + create.Body[execute.Length..].Trim().TrimEnd(';'))];
        }

        var function = Function(dialect, create.Trigger.Name, create.Table);
        var body = Body(create);
        var tag = "$cairn$";
        for (var number = 2; body.Contains(tag, StringComparison.Ordinal); number++)
        {
            tag = $"$cairn{number}$";
        }

        return
        [
            new SqlStatement($"CREATE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql AS {tag}\n{body}\n{tag}"),
            new SqlStatement($"{head}FUNCTION {function}()"),
        ];
    }

    public static IReadOnlyList<SqlStatement> Drop(Dialect dialect, DropTrigger drop)
    {
        var trigger = new SqlStatement($"DROP TRIGGER {(drop.IfExists ? "IF EXISTS " : "")}{dialect.Quote(drop.Trigger.Name)} ON {dialect.Quote(drop.Table)}");

        // A trigger over a function of the author's own leaves that function alone.
        return drop.Definition is { } known && ExecuteWords().IsMatch(known.Body)
            ? [trigger]
            : [trigger, new SqlStatement($"DROP FUNCTION IF EXISTS {Function(dialect, drop.Trigger.Name, drop.Table)}()")];
    }

    private static string Function(Dialect dialect, string trigger, TableName table) =>
        dialect.Quote(new TableName(NameGenerator.Shorten($"{trigger}_fn"), table.Schema));

    /// <summary>A block is taken as it is; statements get BEGIN, END and, where they have none, the RETURN that changes nothing.</summary>
    private static string Body(CreateTrigger create)
    {
        var body = create.Body.Trim();
        if (BlockStart().IsMatch(body))
        {
            return body;
        }

        var statements = body.EndsWith(';') ? body : body + ";";
        var result = ReturnWord().IsMatch(body) ? "" : $"\n  RETURN {Unchanged(create.Timing)};";
        return $"BEGIN\n  {statements}{result}\nEND;";
    }

    private static string Unchanged(string timing)
    {
        var words = timing.ToUpperInvariant();
        return words.TrimStart().StartsWith("AFTER", StringComparison.Ordinal) ? "NULL" : words.Contains("DELETE") ? "COALESCE(NEW, OLD)" : "NEW";
    }

    [GeneratedRegex(@"^\s*EXECUTE\s+(?=(FUNCTION|PROCEDURE)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex ExecuteWords();

    [GeneratedRegex(@"^(<<\w+>>\s*)?(DECLARE|BEGIN)\b", RegexOptions.IgnoreCase)]
    private static partial Regex BlockStart();

    [GeneratedRegex(@"\bRETURN\b", RegexOptions.IgnoreCase)]
    private static partial Regex ReturnWord();
}
