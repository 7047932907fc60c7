using System.Text.RegularExpressions;
using Cairn.Schema.Inspection;
using Cairn.Schema.Operations;

namespace Cairn.Schema.Dialects.MySql;

internal partial class MySqlRenderer
{
    protected override IReadOnlyList<SqlStatement> DropTable(DropTable drop) => drop.Cascade
        ? throw Unsupported($"dropping {drop.Table} with what depends on it", "Drop what depends on it first.")
        : One($"DROP TABLE {IfExists(drop.IfExists)}{Quote(drop.Table)}");

    protected override IReadOnlyList<SqlStatement> RenameTable(RenameTable rename) =>
        One($"RENAME TABLE {Quote(rename.From)} TO {Quote(rename.From with { Name = rename.To })}");

    protected override IReadOnlyList<SqlStatement> CreateView(CreateView create)
    {
        if (create.Materialized)
        {
            throw Unsupported($"the materialized view {create.View}", "Use a table and fill it, or a plain view.");
        }

        var columns = create.Columns.Count == 0 ? "" : $" ({QuoteAll(create.Columns)})";
        return One($"CREATE {(create.OrReplace ? "OR REPLACE " : "")}VIEW {Quote(create.View)}{columns} AS\n{Trim(create.Sql)}");
    }

    protected override IReadOnlyList<SqlStatement> DropView(DropView drop) => drop.Materialized
        ? throw Unsupported($"the materialized view {drop.View}", "Guard the call with db.Is(Client.Postgres).")
        : One($"DROP VIEW {IfExists(drop.IfExists)}{Quote(drop.View)}");

    protected override ValueTask<IReadOnlyList<SqlStatement>> RenameViewAsync(RenameView rename, ICatalogue catalogue, CancellationToken cancellationToken) =>
        ValueTask.FromResult(One($"RENAME TABLE {Quote(rename.From)} TO {Quote(rename.From with { Name = rename.To })}"));

    protected override IReadOnlyList<SqlStatement> CreateTrigger(CreateTrigger create)
    {
        if (create.When is not null)
        {
            throw Unsupported($"the trigger {create.Trigger} with a condition", "Write IF … THEN … END IF in its body.");
        }

        if (ManyEvents().IsMatch(create.Timing))
        {
            throw Unsupported($"the trigger {create.Trigger} on \"{create.Timing}\"", "Make one trigger for each of INSERT, UPDATE and DELETE, without columns.");
        }

        var body = create.Body.Trim();
        var block = BlockStart().IsMatch(body) ? body.TrimEnd(';') : $"BEGIN\n  {body}{(body.EndsWith(';') ? "" : ";")}\nEND";
        return One($"CREATE TRIGGER {Quote(create.Trigger)} {create.Timing} ON {Quote(create.Table)}\nFOR EACH ROW\n{block}");
    }

    protected override IReadOnlyList<SqlStatement> DropTrigger(DropTrigger drop) => One($"DROP TRIGGER {IfExists(drop.IfExists)}{Quote(drop.Trigger)}");

    [GeneratedRegex(@"\b(OR|OF)\b", RegexOptions.IgnoreCase)]
    private static partial Regex ManyEvents();

    [GeneratedRegex(@"^(\w+:\s*)?BEGIN\b", RegexOptions.IgnoreCase)]
    private static partial Regex BlockStart();
}
