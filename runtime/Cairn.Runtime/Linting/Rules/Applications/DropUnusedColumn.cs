using Cairn.Runtime.Linting.Recordings;
using Cairn.Runtime.Linting.Reports;
using Cairn.Schema.Operations;

namespace Cairn.Runtime.Linting.Rules.Applications;

/// <summary>A column without values is dropped while a version may still name it.</summary>
internal sealed class DropUnusedColumn : ChangeRule
{
    public override string Code => "L303";

    public override string Title => "a column without values is dropped while a version may still name it";

    public override LintSeverity Severity => LintSeverity.Info;

    public override string Why => "No value is lost, but a version of the application that still names the column fails: an object mapper names every column that it knows.";

    public override string Fix => "Release a version that does not know the column first, and drop it in the next release.";

    public override LintExample Example { get; } = new(
        """
        async Task Up(Db db) => await db.Schema.AlterTable("orders", table => table.DropColumn("note"));

        async Task Down(Db db) => await db.Schema.AlterTable("orders", table => table.String("note", 50));
        """,
        """
        async Task Up(Db db) => await db.Schema.AlterTable("orders", table => table.String("remark", 50));

        async Task Down(Db db) => await db.Schema.AlterTable("orders", table => table.DropColumn("remark"));
        """)
    {
        Given = "create table orders (id integer primary key, note varchar(50), total integer); insert into orders (id, total) values (1, 5);",
    };

    protected override async ValueTask CheckAsync(LintCase migration, LintChange change, FindingList found, CancellationToken cancellationToken)
    {
        if (change.What is DropColumn drop && await migration.FindAsync(change.Table, drop.Name, cancellationToken) is not null
            && !await DataLosses.DropColumnWithValues.HasValuesAsync(migration, change.Table, drop.Name, cancellationToken))
        {
            found.Add(this, change, $"{change.Table}.{drop.Name} has no values; a running version that names it fails", needsRows: true);
        }
    }
}
