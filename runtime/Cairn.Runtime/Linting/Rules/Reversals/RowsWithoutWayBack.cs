using Cairn.Runtime.Linting.Recordings;
using Cairn.Runtime.Linting.Reports;
using Cairn.Runtime.Linting.Statements;

namespace Cairn.Runtime.Linting.Rules.Reversals;

/// <summary>Rows are changed without a way back.</summary>
internal sealed class RowsWithoutWayBack : LintRule
{
    public override string Code => "L405";

    public override string Title => "rows are changed without a way back";

    public override LintSeverity Severity => LintSeverity.Info;

    public override string Why => "Down does not touch the rows that Up changed: after rolling back, they are as Up left them.";

    public override string Fix => "Change them back in Down where that is possible; otherwise declare it: [Lossy(\"table.column\", \"why\")].";

    public override LintExample Example { get; } = new(
        """
        async Task Up(Db db) => await db.Sql("update orders set total = 0 where total is null");

        async Task Down(Db db) => await db.Sql("select 1");
        """,
        """
        async Task Up(Db db) => await db.Sql("update orders set total = 0 where total is null");

        [Lossy("orders.total", "0 and null mean the same")]
        async Task Down(Db db) => await db.Sql("select 1");
        """)
    {
        Given = "create table orders (id integer primary key, note varchar(50), total integer); insert into orders (id, note, total) values (1, 'first', 5);",
    };

    public override ValueTask CheckAsync(LintCase migration, FindingList found, CancellationToken cancellationToken)
    {
        var changed = migration.Up.Changes.Where(change => change.What is ChangeRows && change.Table is { IsNew: false, NewColumns.Count: 0 }).DistinctBy(change => change.Table!.Name);
        foreach (var change in changed.Where(change => migration.Down is { IsWhole: true, Steps.Count: > 0 } down && !IsUndone(down, change) && !IsDeclared(migration, change)))
        {
            found.Add(this, change, $"Down does not change the rows of {change.Table} back", needsRows: ((ChangeRows)change.What).Verb != RowVerb.Insert);
        }

        return ValueTask.CompletedTask;
    }

    private static bool IsUndone(LintRecording down, LintChange change) => down.Changes.Any(other => other.Table?.Name == change.Table!.Name || other.What is UnreadStatement);

    private static bool IsDeclared(LintCase migration, LintChange change) =>
        migration.Migration.UpOptions.Lossy.Keys.Concat(migration.Migration.DownOptions.Lossy.Keys).Any(key => key.StartsWith($"{change.Table}.", StringComparison.OrdinalIgnoreCase));
}
