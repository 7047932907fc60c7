using Cairn.Runtime.Linting.Reports;
using Cairn.Runtime.Linting.Statements;

namespace Cairn.Runtime.Linting.Rules.Reversals;

/// <summary>Down drops what Up did not make.</summary>
internal sealed class DownDropsOther : LintRule
{
    public override string Code => "L404";

    public override string Title => "Down drops what Up did not make";

    public override LintSeverity Severity => LintSeverity.Error;

    public override string Why => "Rolling back then loses a table or column that was there before, with all its rows.";

    public override string Fix => "Let Down drop only what Up creates. Where Up creates a table only if it is not there, Down cannot know whether it was: leave it.";

    public override LintExample Example { get; } = new(
        """
        async Task Up(Db db) => await db.Schema.CreateTable("invoices", table => table.Increments("id"));

        async Task Down(Db db)
        {
            await db.Schema.DropTable("invoices");
            await db.Schema.DropTable("orders");
        }
        """,
        """
        async Task Up(Db db) => await db.Schema.CreateTable("invoices", table => table.Increments("id"));

        async Task Down(Db db) => await db.Schema.DropTable("invoices");
        """)
    {
        Given = "create table orders (id integer primary key, note varchar(50), total integer); insert into orders (id, note, total) values (1, 'first', 5);",
    };

    public override ValueTask CheckAsync(LintCase migration, FindingList found, CancellationToken cancellationToken)
    {
        if (migration is { Up.IsWhole: true, Down: { IsWhole: true } down } && !migration.Up.Changes.Any(change => change.What is UnreadStatement))
        {
            foreach (var (change, why) in Mirrors.Foreign(migration.Up, down))
            {
                found.Add(this, change, $"Down says \"{Mirrors.Describe(change)}\", {why}");
            }
        }

        return ValueTask.CompletedTask;
    }
}
