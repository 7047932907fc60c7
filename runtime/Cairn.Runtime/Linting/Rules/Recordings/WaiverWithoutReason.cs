using Cairn.Runtime.Linting.Reports;

namespace Cairn.Runtime.Linting.Rules.Recordings;

/// <summary>A waiver without a reason.</summary>
internal sealed class WaiverWithoutReason : LintRule
{
    public override string Code => "L901";

    public override string Title => "a waiver without a reason";

    public override LintSeverity Severity => LintSeverity.Warning;

    public override string Why => "Whoever reads it later cannot tell whether it still holds. What it waives is told all the same.";

    public override string Fix => "Write the reason after the rule: // cairn:lint-ignore L101 nobody has used it since May.";

    public override LintExample Example { get; } = new(
        """
        // cairn:lint-ignore-file L404
        async Task Up(Db db) => await db.Schema.CreateTable("invoices", table => table.Increments("id"));

        async Task Down(Db db) => await db.Schema.DropTable("invoices");
        """,
        """
        // cairn:lint-ignore-file L401 the law forbids to drop invoices
        [Irreversible("invoices must be kept")]
        async Task Up(Db db) => await db.Schema.CreateTable("invoices", table => table.Increments("id"));
        """);

    public override ValueTask CheckAsync(LintCase migration, FindingList found, CancellationToken cancellationToken)
    {
        foreach (var waiver in new Waivers.WaivedScript(migration.Migration.Source.Text).Waivers.Where(waiver => waiver.Reason.Length == 0 && LintRules.Find(waiver.Rule) is not null))
        {
            found.Add(this, waiver.Line, $"{waiver.Rule} is waived without a reason");
        }

        return ValueTask.CompletedTask;
    }
}
