using Cairn.Runtime.Linting.Recordings;
using Cairn.Runtime.Linting.Reports;
using Cairn.Schema.Operations;

namespace Cairn.Runtime.Linting.Rules.DataLosses;

/// <summary>Drop of a table with rows.</summary>
internal sealed class DropTableWithRows : PlainChangeRule
{
    public override string Code => "L101";

    public override string Title => "drop of a table with rows";

    public override LintSeverity Severity => LintSeverity.Error;

    public override string Why => "The rows are gone with the commit; Down can make the table again, but not its rows.";

    public override string Fix => "Stop using the table first, keep a copy (rename it, or export it) for as long as a way back is wanted, and drop it in a later release; waive the rule there with the reason.";

    public override LintExample Example { get; } = new(
        """
        [Irreversible("orders moved to the archive")]
        async Task Up(Db db) => await db.Schema.DropTable("orders");
        """,
        """
        async Task Up(Db db) => await db.Schema.CreateTable("invoices", table => table.Increments("id"));

        async Task Down(Db db) => await db.Schema.DropTable("invoices");
        """)
    {
        Given = "create table orders (id integer primary key, note varchar(50), total integer); insert into orders (id, note, total) values (1, 'first', 5);",
    };

    protected override void Check(LintCase migration, LintChange change, FindingList found)
    {
        if (change.What is DropTable { Cascade: false } && change.Table is { IsNew: false } table)
        {
            found.Add(this, change, $"dropping {table} loses its rows, and a running version that reads it fails", needsRows: true);
        }
    }
}
