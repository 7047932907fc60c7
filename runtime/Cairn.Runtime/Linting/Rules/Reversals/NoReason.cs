using Cairn.Runtime.Linting.Recordings;
using Cairn.Runtime.Linting.Reports;
using Cairn.Runtime.Linting.Statements;
using Cairn.Schema.Operations;

namespace Cairn.Runtime.Linting.Rules.Reversals;

/// <summary>Irreversible without a reason.</summary>
internal sealed class NoReason : LintRule
{
    public override string Code => "L402";

    public override string Title => "irreversible without a reason";

    public override LintSeverity Severity => LintSeverity.Warning;

    public override string Why => "Whoever wants to roll back must know why that is not possible, and what to do instead.";

    public override string Fix => "Write the reason into [Irreversible(\"…\")].";

    public override LintExample Example { get; } = new(
        """
        [Irreversible("")]
        async Task Up(Db db) => await db.Schema.CreateTable("invoices", table => table.Increments("id"));
        """,
        """
        [Irreversible("invoices must be kept by law")]
        async Task Up(Db db) => await db.Schema.CreateTable("invoices", table => table.Increments("id"));
        """);

    public override ValueTask CheckAsync(LintCase migration, FindingList found, CancellationToken cancellationToken)
    {
        if (migration.Migration.Irreversible is { } why && string.IsNullOrWhiteSpace(why))
        {
            found.Add(this, line: null, "it is declared irreversible without a reason");
        }

        return ValueTask.CompletedTask;
    }
}
