using Cairn.Runtime.Linting.Recordings;
using Cairn.Runtime.Linting.Reports;
using Cairn.Schema.Operations;

namespace Cairn.Runtime.Linting.Rules.Reversals;

/// <summary>Irreversible without need.</summary>
internal sealed class NeedlesslyIrreversible : LintRule
{
    public override string Code => "L401";

    public override string Title => "irreversible without need";

    public override LintSeverity Severity => LintSeverity.Info;

    public override string Why => "Everything that Up does has an inverse, so a way back can be written; without it nobody can roll back a release that went wrong, nor rehearse it.";

    public override string Fix => "Write Down, or Change instead of Up, which undoes itself; where it must stay, waive the rule with the reason.";

    public override LintExample Example { get; } = new(
        """
        [Irreversible("nobody has asked for it")]
        async Task Up(Db db) => await db.Schema.CreateTable("invoices", table => table.Increments("id"));
        """,
        """
        async Task Up(Db db) => await db.Schema.CreateTable("invoices", table => table.Increments("id"));

        async Task Down(Db db) => await db.Schema.DropTable("invoices");
        """);

    public override ValueTask CheckAsync(LintCase migration, FindingList found, CancellationToken cancellationToken)
    {
        if (migration.Migration is { Irreversible: { Length: > 0 } why, Down: null } && migration.Up is { IsWhole: true, Steps.Count: > 0 } up
            && up.Steps.All(step => step.Changes.Count > 0 && step.Changes.All(OnlyAdds)))
        {
            found.Add(this, up.Changes.First(), $"it is declared irreversible (\"{why}\"), and only adds what can be dropped again");
        }

        return ValueTask.CompletedTask;
    }

    private static bool OnlyAdds(LintChange change) => change.What is CreateTable { IfNotExists: false } or CreateTableLike or CreateView { OrReplace: false } or CreateSequence
        or AddColumn or AddIndex or AddUnique or AddForeignKey or AddCheck;
}
