using Cairn.Runtime.Linting.Recordings;
using Cairn.Runtime.Linting.Reports;
using Cairn.Schema.Operations;

namespace Cairn.Runtime.Linting.Rules.DataLosses;

/// <summary>A foreign key over rows that refer to nothing.</summary>
internal sealed class ForeignKeyOverOrphans : ChangeRule
{
    public override string Code => "L111";

    public override string Title => "a foreign key over rows that refer to nothing";

    public override LintSeverity Severity => LintSeverity.Error;

    public override string Why => "The database refuses the key as long as one row refers to a row that is not there.";

    public override string Fix => "Mend or delete these rows in an earlier migration, before the key.";

    public override LintExample Example { get; } = new(
        """
        async Task Up(Db db) => await db.Schema.AlterTable("lines", table => table.Foreign("order_id").References("orders", "id"));

        async Task Down(Db db) => await db.Schema.AlterTable("lines", table => table.DropForeign("order_id"));
        """,
        """
        async Task Up(Db db) => await db.Schema.AlterTable("lines", table => table.Foreign("good_id").References("orders", "id"));

        async Task Down(Db db) => await db.Schema.AlterTable("lines", table => table.DropForeign("good_id"));
        """)
    {
        Given = "create table orders (id integer primary key); create table lines (id integer primary key, order_id integer, good_id integer); insert into orders values (1); insert into lines values (1, 7, 1);",
    };

    protected override async ValueTask CheckAsync(LintCase migration, LintChange change, FindingList found, CancellationToken cancellationToken)
    {
        if (change.What is AddForeignKey { ForeignKey: var key } && await migration.FindAsync(change.Table, cancellationToken) is { } table
            && key.Columns.All(column => table.Columns.Any(known => known.Name.Equals(column, StringComparison.OrdinalIgnoreCase)))
            && await migration.Database.FindAsync(key.ReferencedTable, cancellationToken) is not null
            && await migration.Database.HasOrphansAsync(change.Table!.InDatabase!, key, cancellationToken) == true)
        {
            found.Add(this, change, $"{change.Table} has rows whose {string.Join(", ", key.Columns)} is not in {key.ReferencedTable}", needsRows: true);
        }
    }
}
