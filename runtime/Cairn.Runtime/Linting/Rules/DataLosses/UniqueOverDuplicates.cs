using Cairn.Runtime.Linting.Recordings;
using Cairn.Runtime.Linting.Reports;
using Cairn.Schema.Operations;

namespace Cairn.Runtime.Linting.Rules.DataLosses;

/// <summary>Unique over columns that have duplicates.</summary>
internal sealed class UniqueOverDuplicates : ChangeRule
{
    public override string Code => "L109";

    public override string Title => "unique over columns that have duplicates";

    public override LintSeverity Severity => LintSeverity.Error;

    public override string Why => "The database refuses the key as long as two rows are alike in these columns.";

    public override string Fix => "Find the duplicates and decide which of them stays, in an earlier migration; and keep the application from making new ones meanwhile.";

    public override LintExample Example { get; } = new(
        """
        async Task Up(Db db) => await db.Schema.AlterTable("orders", table => table.Unique("total"));

        async Task Down(Db db) => await db.Schema.AlterTable("orders", table => table.DropUnique("total"));
        """,
        """
        async Task Up(Db db) => await db.Schema.AlterTable("orders", table => table.Unique("note"));

        async Task Down(Db db) => await db.Schema.AlterTable("orders", table => table.DropUnique("note"));
        """)
    {
        Given = "create table orders (id integer primary key, note varchar(50), total integer); insert into orders values (1, 'first', 5), (2, 'second', 5);",
    };

    protected override async ValueTask CheckAsync(LintCase migration, LintChange change, FindingList found, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> columns = change.What switch
        {
            AddUnique add => add.Unique.Columns,
            AddPrimaryKey add => add.Key.Columns,
            AddIndex { Index: { IsUnique: true, Where: null } index } when !index.Columns.Any(column => column.IsExpression) => [.. index.Columns.Select(column => column.Name)],
            _ => [],
        };
        var known = columns.Count > 0;
        foreach (var column in columns)
        {
            known &= await migration.FindAsync(change.Table, column, cancellationToken) is not null;
        }

        if (known && await migration.Database.HasDuplicatesAsync(change.Table!.InDatabase!, columns, cancellationToken) == true)
        {
            found.Add(this, change, $"{change.Table} has rows that are alike in {string.Join(", ", columns)}", needsRows: true);
        }
    }
}
