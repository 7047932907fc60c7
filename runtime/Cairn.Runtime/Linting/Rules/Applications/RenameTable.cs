using Cairn.Runtime.Linting.Recordings;
using Cairn.Runtime.Linting.Reports;

namespace Cairn.Runtime.Linting.Rules.Applications;

/// <summary>A table is renamed.</summary>
internal sealed class RenameTable : PlainChangeRule
{
    public override string Code => "L301";

    public override string Title => "a table is renamed";

    public override LintSeverity Severity => LintSeverity.Warning;

    public override string Why => "The version of the application that runs meanwhile knows the old name only: every statement of it fails from the commit until the new version runs everywhere.";

    public override string Fix => "Let the new version use a view of the new name first, rename later; or rename while the application stands still.";

    public override LintExample Example { get; } = new(
        """
        async Task Up(Db db) => await db.Schema.RenameTable("orders", "purchases");

        async Task Down(Db db) => await db.Schema.RenameTable("purchases", "orders");
        """,
        """
        async Task Up(Db db) => await db.Schema.CreateView("purchases", "select * from orders");

        async Task Down(Db db) => await db.Schema.DropView("purchases");
        """)
    {
        Given = "create table orders (id integer primary key, note varchar(50), total integer); insert into orders (id, note, total) values (1, 'first', 5);",
    };

    protected override void Check(LintCase migration, LintChange change, FindingList found)
    {
        if (change.What is Cairn.Schema.Operations.RenameTable rename && change.Table is { IsNew: false } table)
        {
            found.Add(this, change, $"{table} becomes {rename.To}; a running version still asks for {table}", needsRows: true);
        }
    }
}
