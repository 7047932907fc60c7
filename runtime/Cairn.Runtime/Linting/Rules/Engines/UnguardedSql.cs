using Cairn.Runtime.Linting.Reports;
using Cairn.Runtime.Linting.Statements;

namespace Cairn.Runtime.Linting.Rules.Engines;

/// <summary>Raw SQL that must run on several databases.</summary>
internal sealed class UnguardedSql : LintRule
{
    public override string Code => "L501";

    public override string Title => "raw SQL that must run on several databases";

    public override LintSeverity Severity => LintSeverity.Warning;

    public override string Why => "The words of one database mean something else on another, or nothing. Declared are several: by the environments of cairn.json, or by --for.";

    public override string Fix => "Say it with the builder or a query; or guard it: if (db.Is(Client.Postgres)), or [Client(Client.Postgres)] on the migration.";

    public override LintExample Example { get; } = new(
        """
        async Task Up(Db db) => await db.Sql("create table notes (id serial primary key)");

        async Task Down(Db db) => await db.Schema.DropTable("notes");
        """,
        """
        async Task Up(Db db) => await db.Schema.CreateTable("notes", table => table.Increments("id"));

        async Task Down(Db db) => await db.Schema.DropTable("notes");
        """)
    {
        On = Client.Postgres,
        Options = "--for sqlite,postgres",
    };

    public override ValueTask CheckAsync(LintCase migration, FindingList found, CancellationToken cancellationToken)
    {
        var text = migration.Migration.Source.Text;
        var isGuarded = migration.Migration.UpOptions.Clients.Count > 0 || text.Contains("db.Client", StringComparison.Ordinal) || text.Contains("db.Is(", StringComparison.Ordinal);
        if (migration.Clients.Count > 1 && !isGuarded)
        {
            // What only changes rows is most often the same everywhere.
            foreach (var step in migration.Up.Steps.Where(step => step.IsRaw && step.Changes.Any(change => change.What is not ChangeRows)))
            {
                found.Add(this, step.Changes[0], $"raw SQL about the structure, and the migrations are for {string.Join(", ", migration.Clients.Order())}");
            }
        }

        return ValueTask.CompletedTask;
    }
}
