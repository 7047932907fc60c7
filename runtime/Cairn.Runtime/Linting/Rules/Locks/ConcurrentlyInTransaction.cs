using Cairn.Runtime.Linting.Recordings;
using Cairn.Runtime.Linting.Reports;
using Cairn.Schema.Operations;

namespace Cairn.Runtime.Linting.Rules.Locks;

/// <summary>CONCURRENTLY inside a transaction.</summary>
internal sealed class ConcurrentlyInTransaction : PlainChangeRule
{
    public override string Code => "L202";

    public override string Title => "CONCURRENTLY inside a transaction";

    public override LintSeverity Severity => LintSeverity.Error;

    public override IReadOnlyList<Client> Clients => [Client.Postgres];

    public override string Why => "PostgreSQL refuses to build or drop an index concurrently inside a transaction, so the migration fails.";

    public override string Fix => "Put it into a migration of its own, marked [NoTransaction] (-- cairn: no-transaction in SQL).";

    public override LintExample Example { get; } = new(
        """
        async Task Up(Db db) => await db.Sql("create index concurrently orders_total on orders (total)");

        [NoTransaction]
        async Task Down(Db db) => await db.Sql("drop index concurrently orders_total");
        """,
        """
        [NoTransaction]
        async Task Up(Db db) => await db.Sql("create index concurrently orders_total on orders (total)");

        [NoTransaction]
        async Task Down(Db db) => await db.Sql("drop index concurrently orders_total");
        """)
    {
        On = Client.Postgres,
        Given = "create table orders (id integer primary key, note varchar(50), total integer); insert into orders (id, note, total) values (1, 'first', 5);",
    };

    protected override void Check(LintCase migration, LintChange change, FindingList found)
    {
        if (migration.InTransaction && change.What is AddIndex { Index.Concurrently: true } or DropIndex { Concurrently: true })
        {
            found.Add(this, change, $"{Words(change)} concurrently runs inside a transaction, which PostgreSQL refuses");
        }
    }

    private static string Words(LintChange change) => change.What is AddIndex ? "building an index" : "dropping an index";
}
