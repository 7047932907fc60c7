using Cairn.Runtime.Linting.Recordings;
using Cairn.Runtime.Linting.Reports;
using Cairn.Runtime.Linting.Statements;

namespace Cairn.Runtime.Linting.Rules.Locks;

/// <summary>Rows changed while a table is locked by an earlier change.</summary>
internal sealed class RowsUnderLock : LintRule
{
    public override string Code => "L212";

    public override string Title => "rows changed while a table is locked by an earlier change";

    public override LintSeverity Severity => LintSeverity.Warning;

    public override IReadOnlyList<Client> Clients => [Client.Postgres];

    public override string Why => "The lock of a change of the structure is held until the commit: while the rows are changed, nobody can even read the table.";

    public override string Fix => "Change the structure in one migration and the rows in the next one (db.Batch for many rows).";

    public override LintExample Example { get; } = new(
        """
        async Task Up(Db db)
        {
            await db.Schema.AlterTable("orders", table => table.Integer("tenant"));
            await db.Sql("update orders set tenant = 1 where total > 0");
        }

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

    public override ValueTask CheckAsync(LintCase migration, FindingList found, CancellationToken cancellationToken)
    {
        var locked = migration.InTransaction ? migration.Up.Changes.FirstOrDefault(StrongLocks.Takes) : null;
        var rows = locked is null ? null : migration.Up.Changes.SkipWhile(change => !ReferenceEquals(change, locked)).FirstOrDefault(ChangesRows);
        if (rows is not null)
        {
            found.Add(this, rows, $"rows of {rows.Table} are changed while {locked!.Table} is locked until the commit", needsRows: true);
        }

        return ValueTask.CompletedTask;
    }

    private static bool ChangesRows(LintChange change) =>
        change.What is ChangeRows { Verb: RowVerb.Update or RowVerb.Delete } && change.Table is { IsNew: false };
}
