using Cairn.Runtime.Linting.Reports;

namespace Cairn.Runtime.Linting.Rules.Recordings;

/// <summary>A waiver of a rule that there is not.</summary>
internal sealed class WaiverOfUnknownRule : LintRule
{
    public override string Code => "L903";

    public override string Title => "a waiver of a rule that there is not";

    public override LintSeverity Severity => LintSeverity.Warning;

    public override string Why => "It waives nothing.";

    public override string Fix => "Write the code of a rule: // cairn:lint-ignore L101 why.";

    public override LintExample Example { get; } = new(
        """
        // cairn:lint-ignore-file L999 the table is empty
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
        foreach (var waiver in new Waivers.WaivedScript(migration.Migration.Source.Text).Waivers.Where(waiver => LintRules.Find(waiver.Rule) is null))
        {
            found.Add(this, waiver.Line, waiver.Rule.Length == 0 ? "the waiver names no rule" : $"there is no rule {waiver.Rule}");
        }

        return ValueTask.CompletedTask;
    }
}
