using Cairn.Runtime.Linting.Reports;

namespace Cairn.Runtime.Linting.Rules.Locks;

/// <summary>Many tables locked in one transaction.</summary>
internal sealed class ManyTablesLocked : LintRule
{
    public override string Code => "L211";

    public override string Title => "many tables locked in one transaction";

    public override LintSeverity Severity => LintSeverity.Warning;

    public override IReadOnlyList<Client> Clients => [Client.Postgres];

    public override string Why => "Each lock is held until the commit, so the first table waits for all the others; and two sessions that lock the same tables in another order end in a deadlock.";

    public override string Fix => "Split it: one table, one migration.";

    public override LintExample Example { get; } = new(
        """
        async Task Up(Db db)
        {
            await db.Schema.AlterTable("a", table => table.Integer("extra"));
            await db.Schema.AlterTable("b", table => table.Integer("extra"));
            await db.Schema.AlterTable("c", table => table.Integer("extra"));
        }

        async Task Down(Db db)
        {
            await db.Schema.AlterTable("a", table => table.DropColumn("extra"));
            await db.Schema.AlterTable("b", table => table.DropColumn("extra"));
            await db.Schema.AlterTable("c", table => table.DropColumn("extra"));
        }
        """,
        """
        async Task Up(Db db) => await db.Schema.AlterTable("a", table => table.Integer("extra"));

        async Task Down(Db db) => await db.Schema.AlterTable("a", table => table.DropColumn("extra"));
        """)
    {
        On = Client.Postgres,
        Given = "create table a (id integer primary key); create table b (id integer primary key); create table c (id integer primary key); insert into a select generate_series(1, 2000); insert into b select generate_series(1, 2000); insert into c select generate_series(1, 2000);",
    };

    private const int Many = 3;

    public override ValueTask CheckAsync(LintCase migration, FindingList found, CancellationToken cancellationToken)
    {
        if (migration.InTransaction)
        {
            var locked = migration.Up.Changes.Where(StrongLocks.Takes).DistinctBy(change => change.Table!.Name).ToList();
            if (locked.Count >= Many)
            {
                found.Add(this, locked[Many - 1], $"{locked.Count} tables are locked until the commit: {string.Join(", ", locked.Select(change => change.Table))}", needsRows: true);
            }
        }

        return ValueTask.CompletedTask;
    }
}
