using Cairn.Runtime.Linting.Reports;

namespace Cairn.Runtime.Linting.Rules.Recordings;

/// <summary>A script that cannot be recorded to its end.</summary>
internal sealed class NotRecorded : LintRule
{
    public override string Code => "L904";

    public override string Title => "a script that cannot be recorded to its end";

    public override LintSeverity Severity => LintSeverity.Info;

    public override string Why => "It goes by rows or tables that are only there when it really runs, so the rest of it was not looked at.";

    public override string Fix => "Rehearse it: dotnet cairn migrate:drill runs it on a copy.";

    public override LintExample Example { get; } = new(
        """
        async Task Up(Db db)
        {
            await db.Schema.CreateTable("notes", table => table.Integer("id"));
            await db.Query("notes").InsertAsync(new { id = 7 });
            var first = await db.Query("notes").Select("id").FirstAsync<long>();
            await db.Schema.CreateTable($"notes_{first}", table => table.Integer("id"));
        }

        async Task Down(Db db)
        {
            await db.Schema.DropTable("notes_7");
            await db.Schema.DropTable("notes");
        }
        """,
        """
        async Task Up(Db db)
        {
            await db.Schema.CreateTable("notes", table => table.Integer("id"));
            await db.Schema.CreateTable("notes_7", table => table.Integer("id"));
        }

        async Task Down(Db db)
        {
            await db.Schema.DropTable("notes_7");
            await db.Schema.DropTable("notes");
        }
        """);

    public override ValueTask CheckAsync(LintCase migration, FindingList found, CancellationToken cancellationToken)
    {
        if (migration.Up.StoppedBecause is { } why)
        {
            found.Add(this, migration.Up.LastLine, $"Up was looked at up to here only: {why}");
        }

        if (migration.Down?.StoppedBecause is { } whyDown && migration.Up.StoppedBecause is null)
        {
            found.Add(this, migration.Down.LastLine, $"Down was looked at up to here only: {whyDown}");
        }

        return ValueTask.CompletedTask;
    }
}
