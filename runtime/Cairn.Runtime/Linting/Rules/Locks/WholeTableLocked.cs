using Cairn.Runtime.Linting.Recordings;
using Cairn.Runtime.Linting.Reports;
using Cairn.Runtime.Linting.Statements;

namespace Cairn.Runtime.Linting.Rules.Locks;

/// <summary>A statement that locks whole tables by itself.</summary>
internal sealed class WholeTableLocked : PlainChangeRule
{
    public override string Code => "L215";

    public override string Title => "a statement that locks whole tables by itself";

    public override LintSeverity Severity => LintSeverity.Warning;

    public override IReadOnlyList<Client> Clients => [Client.Postgres, Client.MySql, Client.MariaDb];

    public override string Why => "LOCK TABLE, VACUUM FULL, CLUSTER, REINDEX and OPTIMIZE TABLE keep others out of the table until they or their transaction end.";

    public override string Fix => "Leave them to maintenance hours; use REINDEX CONCURRENTLY, or pg_repack, where the application goes on.";

    public override LintExample Example { get; } = new(
        """
        [NoTransaction]
        [Irreversible("nothing is changed")]
        async Task Up(Db db) => await db.Sql("vacuum full orders");
        """,
        """
        [NoTransaction]
        [Irreversible("nothing is changed")]
        async Task Up(Db db) => await db.Sql("vacuum orders");
        """)
    {
        On = Client.Postgres,
        Given = "create table orders (id integer primary key, note varchar(50), total integer); insert into orders (id, note, total) values (1, 'first', 5);",
    };

    protected override void Check(LintCase migration, LintChange change, FindingList found)
    {
        if (change.What is LockTable locked)
        {
            found.Add(this, change, $"{locked.Words} keeps others out{(locked.Table is null ? "" : $" of {locked.Table}")}", needsRows: locked.Table is not null);
        }
    }
}
