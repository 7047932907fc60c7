using Cairn.Runtime.Linting.Reports;
using Cairn.Runtime.Linting.Statements;

namespace Cairn.Runtime.Linting.Rules.Reversals;

/// <summary>Down leaves a part of Up as it is.</summary>
internal sealed class DownMissesPart : LintRule
{
    public override string Code => "L403";

    public override string Title => "Down leaves a part of Up as it is";

    public override LintSeverity Severity => LintSeverity.Warning;

    public override string Why => "After rolling back, the database is not what it was, and running Up again fails at what is still there.";

    public override string Fix => "Undo every change of Up in Down, in the opposite order. A Change instead of Up and Down does that by itself; migrate:drill proves it.";

    public override LintExample Example { get; } = new(
        """
        async Task Up(Db db)
        {
            await db.Schema.CreateTable("invoices", table => table.Increments("id"));
            await db.Schema.AlterTable("orders", table => table.Integer("tenant"));
        }

        async Task Down(Db db) => await db.Schema.DropTable("invoices");
        """,
        """
        async Task Up(Db db)
        {
            await db.Schema.CreateTable("invoices", table => table.Increments("id"));
            await db.Schema.AlterTable("orders", table => table.Integer("tenant"));
        }

        async Task Down(Db db)
        {
            await db.Schema.AlterTable("orders", table => table.DropColumn("tenant"));
            await db.Schema.DropTable("invoices");
        }
        """)
    {
        Given = "create table orders (id integer primary key, note varchar(50), total integer); insert into orders (id, note, total) values (1, 'first', 5);",
    };

    public override ValueTask CheckAsync(LintCase migration, FindingList found, CancellationToken cancellationToken)
    {
        if (migration is { Up.IsWhole: true, Down: { IsWhole: true, Steps.Count: > 0 } down } && !down.Changes.Any(change => change.What is UnreadStatement))
        {
            foreach (var change in Mirrors.Unanswered(migration.Up, down))
            {
                found.Add(this, change, $"Down does not undo \"{Mirrors.Describe(change)}\"");
            }
        }

        return ValueTask.CompletedTask;
    }
}
