using Cairn.Runtime.Linting.Reports;

namespace Cairn.Runtime.Linting.Rules.Reversals;

/// <summary>Down does nothing.</summary>
internal sealed class EmptyDown : LintRule
{
    public override string Code => "L406";

    public override string Title => "Down does nothing";

    public override LintSeverity Severity => LintSeverity.Warning;

    public override string Why => "migrate:down takes the record away and leaves everything as it is; the next migrate:latest then fails at what is still there.";

    public override string Fix => "Undo in Down what Up does; or leave Down out and say [Irreversible(\"why\")].";

    public override LintExample Example { get; } = new(
        """
        async Task Up(Db db) => await db.Schema.CreateTable("invoices", table => table.Increments("id"));

        Task Down(Db db) => Task.CompletedTask;
        """,
        """
        async Task Up(Db db) => await db.Schema.CreateTable("invoices", table => table.Increments("id"));

        async Task Down(Db db) => await db.Schema.DropTable("invoices");
        """);

    public override ValueTask CheckAsync(LintCase migration, FindingList found, CancellationToken cancellationToken)
    {
        if (migration is { Up.Steps.Count: > 0, Down: { IsWhole: true, Steps.Count: 0 }, Migration.Irreversible: null })
        {
            found.Add(this, line: null, "Down does nothing, and Up does something");
        }

        return ValueTask.CompletedTask;
    }
}
