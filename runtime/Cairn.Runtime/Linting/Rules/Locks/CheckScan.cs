using Cairn.Runtime.Linting.Recordings;
using Cairn.Runtime.Linting.Reports;
using Cairn.Schema.Operations;

namespace Cairn.Runtime.Linting.Rules.Locks;

/// <summary>A check that is made under a lock.</summary>
internal sealed class CheckScan : PlainChangeRule
{
    public override string Code => "L206";

    public override string Title => "a check that is made under a lock";

    public override LintSeverity Severity => LintSeverity.Warning;

    public override IReadOnlyList<Client> Clients => [Client.Postgres];

    public override string Why => "Every row is read while nobody else may read or write the table.";

    public override string Fix => "Add it as NOT VALID in raw SQL and VALIDATE CONSTRAINT in a later migration, which lets others go on.";

    public override LintExample Example { get; } = new(
        """
        async Task Up(Db db) => await db.Schema.AlterTable("orders", table => table.Check("orders_total", "total >= 0"));

        async Task Down(Db db) => await db.Schema.AlterTable("orders", table => table.DropCheckByName("orders_total"));
        """,
        """
        async Task Up(Db db) => await db.Sql("alter table orders add constraint orders_total check (total >= 0) not valid");

        async Task Down(Db db) => await db.Sql("alter table orders drop constraint orders_total");
        """)
    {
        On = Client.Postgres,
        Given = "create table orders (id integer primary key, code varchar(20), note varchar(50), total integer); insert into orders select n, 'c' || n, 'note', n % 20 from generate_series(1, 2000) n; create table kinds (id integer primary key);",
    };

    protected override void Check(LintCase migration, LintChange change, FindingList found)
    {
        if (change.What is AddCheck { Check: var check } && change.Table is { IsNew: false } table)
        {
            found.Add(this, change, $"the check {check.Name} reads every row of {table} under an exclusive lock", needsRows: true);
        }
    }
}
