using Cairn.Runtime.Linting.Recordings;
using Cairn.Runtime.Linting.Reports;
using Cairn.Runtime.Linting.Statements;
using Cairn.Schema.Operations;

namespace Cairn.Runtime.Linting.Rules.DataLosses;

/// <summary>NOT NULL on a column that has nulls.</summary>
internal sealed class NotNullOverNulls : ChangeRule
{
    public override string Code => "L105";

    public override string Title => "NOT NULL on a column that has nulls";

    public override LintSeverity Severity => LintSeverity.Error;

    public override string Why => "The database refuses the change as long as one row has a null there; MySQL and MariaDB without strict mode put 0 or an empty text in its place.";

    public override string Fix => "Fill the nulls in an earlier migration (db.Batch for many rows), let the application write the column, then forbid nulls.";

    public override LintExample Example { get; } = new(
        """
        async Task Up(Db db) => await db.Schema.AlterTable("orders", table => table.SetNotNull("total"));

        async Task Down(Db db) => await db.Schema.AlterTable("orders", table => table.SetNullable("total"));
        """,
        """
        async Task Up(Db db) => await db.Schema.AlterTable("orders", table => table.SetNotNull("note"));

        async Task Down(Db db) => await db.Schema.AlterTable("orders", table => table.SetNullable("note"));
        """)
    {
        Given = "create table orders (id integer primary key, note varchar(50), total integer); insert into orders (id, note) values (1, 'first');",
    };

    protected override async ValueTask CheckAsync(LintCase migration, LintChange change, FindingList found, CancellationToken cancellationToken)
    {
        var column = change.What switch
        {
            SetNullability { Nullable: false } set => set.Column,
            AlterColumn { Column: { Nullable: false } altered } => altered.Name,
            _ => null,
        };

        // A script that fills the column before is taken at its word.
        if (column is not null && !IsFilledBefore(migration, change)
            && await migration.FindAsync(change.Table, column, cancellationToken) is { IsNullable: true }
            && await migration.Database.HasNullsAsync(change.Table!.InDatabase!, column, cancellationToken) == true)
        {
            found.Add(this, change, $"{change.Table}.{column} has nulls, so it cannot be NOT NULL", needsRows: true);
        }
    }

    private static bool IsFilledBefore(LintCase migration, LintChange change) => migration.Up.Changes
        .TakeWhile(earlier => !ReferenceEquals(earlier, change))
        .Any(earlier => earlier.What is ChangeRows { Verb: RowVerb.Update or RowVerb.Delete } && earlier.Table?.Name == change.Table?.Name);
}
