using Cairn.Runtime.Linting.Recordings;
using Cairn.Runtime.Linting.Reports;
using Cairn.Schema.Operations;

namespace Cairn.Runtime.Linting.Rules.Locks;

/// <summary>A unique or primary key that is built under a lock.</summary>
internal sealed class KeyBuiltWithLock : PlainChangeRule
{
    public override string Code => "L208";

    public override string Title => "a unique or primary key that is built under a lock";

    public override LintSeverity Severity => LintSeverity.Warning;

    public override IReadOnlyList<Client> Clients => [Client.Postgres];

    public override string Why => "The index behind the key is built while nobody else may read or write the table.";

    public override string Fix => "Build a unique index concurrently first, then ADD CONSTRAINT … UNIQUE (or PRIMARY KEY) USING INDEX, which takes no time.";

    public override LintExample Example { get; } = new(
        """
        async Task Up(Db db) => await db.Schema.AlterTable("orders", table => table.Unique("code"));

        async Task Down(Db db) => await db.Schema.AlterTable("orders", table => table.DropUnique("code"));
        """,
        """
        async Task Up(Db db) => await db.Sql("alter table orders add constraint orders_code unique using index orders_code_index");

        async Task Down(Db db) => await db.Sql("alter table orders drop constraint orders_code");
        """)
    {
        On = Client.Postgres,
        Given = "create table orders (id integer primary key, code varchar(20), note varchar(50), total integer); insert into orders select n, 'c' || n, 'note', n % 20 from generate_series(1, 2000) n; create table kinds (id integer primary key); create unique index orders_code_index on orders (code);",
    };

    protected override void Check(LintCase migration, LintChange change, FindingList found)
    {
        var (columns, what) = change.What switch
        {
            AddUnique add => (add.Unique.Columns, "unique key"),
            AddPrimaryKey add => (add.Key.Columns, "primary key"),
            _ => ([], ""),
        };
        if (columns.Count > 0 && change.Table is { IsNew: false } table)
        {
            found.Add(this, change, $"the {what} of {table} over {string.Join(", ", columns)} is built under an exclusive lock", needsRows: true);
        }
    }
}
