using Cairn.Runtime.Linting.Reports;

namespace Cairn.Runtime.Linting.Rules.Recordings;

/// <summary>A migration that fails on this database.</summary>
internal sealed class WouldFail : LintRule
{
    public override string Code => "L905";

    public override string Title => "a migration that fails on this database";

    public override LintSeverity Severity => LintSeverity.Error;

    public override string Why => "Recorded on the database as it is now, it ends with an error: as it would when it really runs.";

    public override string Fix => "Correct what the message says.";

    public override LintExample Example { get; } = new(
        """
        async Task Up(Db db) => await db.Schema.AlterTable("missing", table => table.SetNotNull("id"));

        async Task Down(Db db) => await db.Schema.AlterTable("missing", table => table.SetNullable("id"));
        """,
        """
        async Task Up(Db db) => await db.Schema.CreateTable("notes", table => table.Integer("id"));

        async Task Down(Db db) => await db.Schema.DropTable("notes");
        """);

    public override ValueTask CheckAsync(LintCase migration, FindingList found, CancellationToken cancellationToken)
    {
        if (migration.Up.Error is { } error)
        {
            found.Add(this, error.Line, $"{error.Code}: {error.Message}", fix: error.Fix);
        }

        if (migration.Up.Refusal is { } refusal)
        {
            found.Add(this, refusal.At?.Line, $"{refusal.Error.Code}: {refusal.Error.Message}", fix: refusal.Error.Fix);
        }

        return ValueTask.CompletedTask;
    }
}
