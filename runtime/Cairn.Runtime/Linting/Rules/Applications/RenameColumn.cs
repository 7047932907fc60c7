using Cairn.Runtime.Linting.Recordings;
using Cairn.Runtime.Linting.Reports;

namespace Cairn.Runtime.Linting.Rules.Applications;

/// <summary>A column is renamed.</summary>
internal sealed class RenameColumn : PlainChangeRule
{
    public override string Code => "L302";

    public override string Title => "a column is renamed";

    public override LintSeverity Severity => LintSeverity.Warning;

    public override string Why => "The version of the application that runs meanwhile knows the old name only: every statement of it that names the column fails.";

    public override string Fix => "Add the new column, write both, fill the new one, read the new one, and drop the old one in a later release.";

    public override LintExample Example { get; } = new(
        """
        async Task Up(Db db) => await db.Schema.AlterTable("orders", table => table.RenameColumn("note", "remark"));

        async Task Down(Db db) => await db.Schema.AlterTable("orders", table => table.RenameColumn("remark", "note"));
        """,
        """
        async Task Up(Db db) => await db.Schema.AlterTable("orders", table => table.String("remark", 50));

        async Task Down(Db db) => await db.Schema.AlterTable("orders", table => table.DropColumn("remark"));
        """)
    {
        Given = "create table orders (id integer primary key, note varchar(50), total integer); insert into orders (id, note, total) values (1, 'first', 5);",
    };

    protected override void Check(LintCase migration, LintChange change, FindingList found)
    {
        if (change.What is Cairn.Schema.Operations.RenameColumn rename && change.Table is { IsNew: false } table && !table.NewColumns.Contains(rename.From))
        {
            found.Add(this, change, $"{table}.{rename.From} becomes {rename.To}; a running version still asks for {rename.From}", needsRows: true);
        }
    }
}
