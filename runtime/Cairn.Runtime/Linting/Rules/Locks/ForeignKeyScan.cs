using Cairn.Runtime.Linting.Recordings;
using Cairn.Runtime.Linting.Reports;
using Cairn.Schema.Operations;

namespace Cairn.Runtime.Linting.Rules.Locks;

/// <summary>A foreign key that is checked under a lock.</summary>
internal sealed class ForeignKeyScan : PlainChangeRule
{
    public override string Code => "L205";

    public override string Title => "a foreign key that is checked under a lock";

    public override LintSeverity Severity => LintSeverity.Warning;

    public override IReadOnlyList<Client> Clients => [Client.Postgres];

    public override string Why => "Both tables are locked against writes while every row is compared with the other table.";

    public override string Fix => "Add it as NOT VALID in raw SQL, which reads no row, and VALIDATE CONSTRAINT in a later migration, which lets writers go on.";

    public override LintExample Example { get; } = new(
        """
        async Task Up(Db db) => await db.Schema.AlterTable("orders", table => table.Foreign("total").References("kinds", "id"));

        async Task Down(Db db) => await db.Schema.AlterTable("orders", table => table.DropForeign("total"));
        """,
        """
        async Task Up(Db db) => await db.Sql("alter table orders add constraint orders_kind foreign key (total) references kinds (id) not valid");

        async Task Down(Db db) => await db.Sql("alter table orders drop constraint orders_kind");
        """)
    {
        On = Client.Postgres,
        Given = "create table orders (id integer primary key, code varchar(20), note varchar(50), total integer); insert into orders select n, 'c' || n, 'note', n % 20 from generate_series(1, 2000) n; create table kinds (id integer primary key); insert into kinds select n from generate_series(0, 20) n;",
    };

    protected override void Check(LintCase migration, LintChange change, FindingList found)
    {
        if (change.What is AddForeignKey { ForeignKey: var key } && change.Table is { IsNew: false } table && !key.Columns.All(table.NewColumns.Contains))
        {
            found.Add(this, change, $"the foreign key from {table} to {key.ReferencedTable} compares every row while both tables are locked against writes", needsRows: true);
        }
    }
}
