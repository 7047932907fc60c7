using Cairn.Runtime.Linting.Reports;

namespace Cairn.Runtime.Linting.Rules.Recordings;

/// <summary>A waiver that waives nothing.</summary>
internal sealed class UnusedWaiver : LintRule
{
    public override string Code => "L902";

    public override string Title => "a waiver that waives nothing";

    public override LintSeverity Severity => LintSeverity.Info;

    public override string Why => "What it was for is gone, or it stands in the wrong place; it would hide the next thing that comes there.";

    public override string Fix => "Take it out, or put it before the statement that it is for.";

    public override LintExample Example { get; } = new(
        """
        // cairn:lint-ignore-file L404 nothing is dropped
        async Task Up(Db db) => await db.Schema.CreateTable("invoices", table => table.Increments("id"));

        async Task Down(Db db) => await db.Schema.DropTable("invoices");
        """,
        """
        // cairn:lint-ignore-file L401 the law forbids to drop invoices
        [Irreversible("invoices must be kept")]
        async Task Up(Db db) => await db.Schema.CreateTable("invoices", table => table.Increments("id"));
        """);

    /// <summary>Known only when all rules have been asked: <see cref="Check"/> is called then.</summary>
    public override ValueTask CheckAsync(LintCase migration, FindingList found, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>Tells the waivers that nothing was found for.</summary>
    public void Check(Waivers.WaivedScript script, IReadOnlySet<Waivers.Waiver> used, FindingList found)
    {
        foreach (var waiver in script.Waivers.Where(waiver => !used.Contains(waiver) && waiver.Reason.Length > 0 && LintRules.Find(waiver.Rule) is not null))
        {
            found.Add(this, waiver.Line, $"{waiver.Rule} is waived, and not found here");
        }
    }
}
