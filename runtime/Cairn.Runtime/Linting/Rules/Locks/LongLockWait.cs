using Cairn.Runtime.Linting.Reports;

namespace Cairn.Runtime.Linting.Rules.Locks;

/// <summary>A long wait for a lock.</summary>
internal sealed class LongLockWait : LintRule
{
    public override string Code => "L213";

    public override string Title => "a long wait for a lock";

    public override LintSeverity Severity => LintSeverity.Warning;

    public override IReadOnlyList<Client> Clients => [Client.Postgres, Client.MySql, Client.MariaDb];

    public override string Why => "A change of the structure that waits for its lock makes everybody wait who comes after it, also readers: the application stands still for as long as the limit allows.";

    public override string Fix => "Let it wait for a few seconds only (5s is the default) and run it again, instead of letting it wait for minutes.";

    public override LintExample Example { get; } = new(
        """
        [LockTimeout("5m")]
        async Task Up(Db db) => await db.Schema.AlterTable("orders", table => table.Integer("tenant"));

        async Task Down(Db db) => await db.Schema.AlterTable("orders", table => table.DropColumn("tenant"));
        """,
        """
        async Task Up(Db db) => await db.Schema.AlterTable("orders", table => table.Integer("tenant"));

        async Task Down(Db db) => await db.Schema.AlterTable("orders", table => table.DropColumn("tenant"));
        """)
    {
        On = Client.Postgres,
        Given = "create table orders (id integer primary key, code varchar(20), note varchar(50), total integer); insert into orders select n, 'c' || n, 'note', n % 20 from generate_series(1, 2000) n; create table kinds (id integer primary key);",
    };

    private static readonly TimeSpan Long = TimeSpan.FromSeconds(15);

    public override ValueTask CheckAsync(LintCase migration, FindingList found, CancellationToken cancellationToken)
    {
        var wait = migration.Migration.UpOptions.LockTimeout ?? migration.LockTimeout;
        if (wait > Long && migration.Up.Changes.FirstOrDefault(StrongLocks.Takes) is { } change)
        {
            found.Add(this, change, $"the lock on {change.Table} is waited for up to {wait.TotalSeconds:0} s, and everybody after it waits as long", needsRows: true);
        }

        return ValueTask.CompletedTask;
    }
}
