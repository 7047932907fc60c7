using Cairn.Runtime.Linting.Recordings;
using Cairn.Runtime.Linting.Reports;
using Cairn.Schema.Operations;

namespace Cairn.Runtime.Linting.Rules.Locks;

/// <summary>A change that rebuilds a SQLite table.</summary>
internal sealed class SqliteRebuild : LintRule
{
    public override string Code => "L210";

    public override string Title => "a change that rebuilds a SQLite table";

    public override LintSeverity Severity => LintSeverity.Warning;

    public override IReadOnlyList<Client> Clients => [Client.Sqlite];

    public override string Why => "SQLite has no words for it, so the table is made anew and all rows are copied, while nobody else can write to the database file.";

    public override string Fix => "Run it while the application stands still; or wait for other changes of the same table and make them in one AlterTable, which rebuilds once.";

    public override LintExample Example { get; } = new(
        """
        async Task Up(Db db) => await db.Schema.AlterTable("orders", table => table.SetNotNull("note"));

        async Task Down(Db db) => await db.Schema.AlterTable("orders", table => table.SetNullable("note"));
        """,
        """
        async Task Up(Db db) => await db.Schema.AlterTable("orders", table => table.String("remark", 50));

        async Task Down(Db db) => await db.Schema.AlterTable("orders", table => table.DropColumn("remark"));
        """)
    {
        Given = "create table orders (id integer primary key, note varchar(50), total integer); insert into orders (id, note, total) with recursive n(i) as (select 1 union all select i + 1 from n where i < 2000) select i, 'note', i from n;",
    };

    public override ValueTask CheckAsync(LintCase migration, FindingList found, CancellationToken cancellationToken)
    {
        foreach (var step in migration.Up.Steps.Where(step => step.Changes.Count > 0 && !step.IsRaw && IsRebuild(step)))
        {
            found.Add(this, step.Changes[0], $"{step.Changes[0].Table} is made anew and all its rows are copied", needsRows: true);
        }

        return ValueTask.CompletedTask;
    }

    private static bool IsRebuild(LintStep step) => step.Changes[0].What is TableChange or RebuildTable
        && step.Statements.Any(sql => sql.StartsWith("CREATE TABLE", StringComparison.OrdinalIgnoreCase))
        && step.Statements.Any(sql => sql.StartsWith("INSERT INTO", StringComparison.OrdinalIgnoreCase));
}
