using Cairn.Runtime.Linting.Recordings;
using Cairn.Runtime.Linting.Reports;
using Cairn.Schema.Operations;

namespace Cairn.Runtime.Linting.Rules.Locks;

/// <summary>An index that is built while writers wait.</summary>
internal sealed class IndexWithLock : PlainChangeRule
{
    public override string Code => "L201";

    public override string Title => "an index that is built while writers wait";

    public override LintSeverity Severity => LintSeverity.Warning;

    public override IReadOnlyList<Client> Clients => [Client.Postgres];

    public override string Why => "CREATE INDEX locks the table against every write until it has read all rows and sorted them.";

    public override string Fix => "Build it concurrently: .Concurrently() in a migration of its own with [NoTransaction].";

    public override LintExample Example { get; } = new(
        """
        async Task Up(Db db) => await db.Schema.AlterTable("orders", table => table.Index("total"));

        async Task Down(Db db) => await db.Schema.AlterTable("orders", table => table.DropIndex("total"));
        """,
        """
        [NoTransaction]
        async Task Up(Db db) => await db.Schema.AlterTable("orders", table => table.Index("total").Name("orders_total").Concurrently());

        [NoTransaction]
        async Task Down(Db db) => await db.Schema.AlterTable("orders", table => table.DropIndexByName("orders_total", concurrently: true));
        """)
    {
        On = Client.Postgres,
        Given = "create table orders (id integer primary key, code varchar(20), note varchar(50), total integer); insert into orders select n, 'c' || n, 'note', n % 20 from generate_series(1, 2000) n; create table kinds (id integer primary key);",
    };

    protected override void Check(LintCase migration, LintChange change, FindingList found)
    {
        if (change.What is AddIndex { Index: { Concurrently: false } index } && change.Table is { IsNew: false } table)
        {
            found.Add(this, change, $"building the index {index.Name} locks {table} against writes", needsRows: true);
        }
    }
}
