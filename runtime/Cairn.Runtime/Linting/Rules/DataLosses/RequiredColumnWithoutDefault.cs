using Cairn.Runtime.Linting.Recordings;
using Cairn.Runtime.Linting.Reports;
using Cairn.Schema.Operations;

namespace Cairn.Runtime.Linting.Rules.DataLosses;

/// <summary>A new NOT NULL column without a default on a table with rows.</summary>
internal sealed class RequiredColumnWithoutDefault : PlainChangeRule
{
    public override string Code => "L106";

    public override string Title => "a new NOT NULL column without a default on a table with rows";

    public override LintSeverity Severity => LintSeverity.Error;

    public override string Why => "The rows that are there have no value for it: PostgreSQL and SQLite refuse it, MySQL and MariaDB put 0 or an empty text in, which nobody chose.";

    public override string Fix => "Give the column a default; or add it nullable, fill it, and forbid nulls in a later release.";

    public override LintExample Example { get; } = new(
        """
        async Task Up(Db db) => await db.Schema.AlterTable("orders", table => table.Integer("tenant").NotNull());

        async Task Down(Db db) => await db.Schema.AlterTable("orders", table => table.DropColumn("tenant"));
        """,
        """
        async Task Up(Db db) => await db.Schema.AlterTable("orders", table => table.Integer("tenant").NotNull().Default(0));

        async Task Down(Db db) => await db.Schema.AlterTable("orders", table => table.DropColumn("tenant"));
        """)
    {
        On = Client.Postgres,
        Given = "create table orders (id integer primary key, note varchar(50), total integer); insert into orders (id, note, total) values (1, 'first', 5);",
    };

    protected override void Check(LintCase migration, LintChange change, FindingList found)
    {
        if (change.What is AddColumn { Column: var column } && IsUnfilled(column) && change.Table is { IsNew: false } table)
        {
            found.Add(this, change, $"{table}.{column.Name} is NOT NULL without a default, and the rows that are there have no value for it", needsRows: true);
        }
    }

    /// <summary>Whether a new column has no value for the rows that are there.</summary>
    internal static bool IsUnfilled(ColumnDefinition column) =>
        column is { Nullable: false, Default: null or ColumnDefault.Value { Content: null }, Identity: IdentityKind.None, Generated: null };
}
