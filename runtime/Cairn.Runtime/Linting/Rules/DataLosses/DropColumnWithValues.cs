using Cairn.Runtime.Linting.Recordings;
using Cairn.Runtime.Linting.Reports;
using Cairn.Schema.Operations;

namespace Cairn.Runtime.Linting.Rules.DataLosses;

/// <summary>Drop of a column with values.</summary>
internal sealed class DropColumnWithValues : ChangeRule
{
    public override string Code => "L102";

    public override string Title => "drop of a column with values";

    public override LintSeverity Severity => LintSeverity.Error;

    public override string Why => "The values are gone with the commit; Down can add the column again, but not what was in it.";

    public override string Fix => "Stop writing and reading the column first, then drop it in a later release. Where the values still count, copy them somewhere first.";

    public override LintExample Example { get; } = new(
        """
        [Lossy("orders.note", "nobody reads it")]
        async Task Up(Db db) => await db.Schema.AlterTable("orders", table => table.DropColumn("note"));

        async Task Down(Db db) => await db.Schema.AlterTable("orders", table => table.String("note", 50));
        """,
        """
        async Task Up(Db db) => await db.Schema.AlterTable("orders", table => table.String("remark", 50));

        async Task Down(Db db) => await db.Schema.AlterTable("orders", table => table.DropColumn("remark"));
        """)
    {
        Given = "create table orders (id integer primary key, note varchar(50), total integer); insert into orders (id, note, total) values (1, 'first', 5);",
    };

    protected override async ValueTask CheckAsync(LintCase migration, LintChange change, FindingList found, CancellationToken cancellationToken)
    {
        if (change.What is DropColumn drop && await HasValuesAsync(migration, change.Table, drop.Name, cancellationToken))
        {
            found.Add(this, change, $"dropping {change.Table}.{drop.Name} loses its values, and a running version that reads it fails", needsRows: true);
        }
    }

    /// <summary>Whether a column of the database has a value; one that cannot be read counts as having some.</summary>
    internal static async ValueTask<bool> HasValuesAsync(LintCase migration, LintTable? table, string column, CancellationToken cancellationToken) =>
        await migration.FindAsync(table, column, cancellationToken) is not null
        && await migration.Database.HasValuesAsync(table!.InDatabase!, column, cancellationToken) != false;
}
