using Cairn.Runtime.Linting.Recordings;
using Cairn.Runtime.Linting.Reports;
using Cairn.Runtime.Linting.Statements;
using Cairn.Schema.Operations;

namespace Cairn.Runtime.Linting.Rules.Reversals;

/// <summary>No Down.</summary>
internal sealed class NoWayDown : LintRule
{
    public override string Code => "L401";

    public override string Title => "no Down";

    public override LintSeverity Severity => LintSeverity.Warning;

    public override string Why => "Nobody can roll it back: not after a release that went wrong, not in development, not in a drill.";

    public override string Fix => "Write Down; or say [Irreversible(\"why\")] where there is no way back.";

    public override LintExample Example { get; } = new(
        """
        async Task Up(Db db) => await db.Schema.CreateTable("invoices", table => table.Increments("id"));
        """,
        """
        async Task Up(Db db) => await db.Schema.CreateTable("invoices", table => table.Increments("id"));

        async Task Down(Db db) => await db.Schema.DropTable("invoices");
        """);

    public override ValueTask CheckAsync(LintCase migration, FindingList found, CancellationToken cancellationToken)
    {
        if (migration.Migration is { Down: null, IsChange: false, Irreversible: null })
        {
            found.Add(this, line: null, "it has no Down and does not say why");
        }

        return ValueTask.CompletedTask;
    }
}
