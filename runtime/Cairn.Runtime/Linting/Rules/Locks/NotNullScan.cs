using Cairn.Runtime.Linting.Recordings;
using Cairn.Runtime.Linting.Reports;
using Cairn.Schema.Operations;

namespace Cairn.Runtime.Linting.Rules.Locks;

/// <summary>NOT NULL that is checked under a lock.</summary>
internal sealed class NotNullScan : ChangeRule
{
    public override string Code => "L207";

    public override string Title => "NOT NULL that is checked under a lock";

    public override LintSeverity Severity => LintSeverity.Warning;

    public override IReadOnlyList<Client> Clients => [Client.Postgres];

    public override string Why => "Every row is read while nobody else may read or write the table. From PostgreSQL 12 on a valid check (column IS NOT NULL) spares the reading.";

    public override string Fix => "Add CHECK (column IS NOT NULL) NOT VALID, validate it in a later migration, then set NOT NULL and drop the check.";

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
        On = Client.Postgres,
        Given = "create table orders (id integer primary key, code varchar(20), note varchar(50), total integer); insert into orders select n, 'c' || n, 'note', n % 20 from generate_series(1, 2000) n; create table kinds (id integer primary key); alter table orders add constraint orders_note check (note is not null);",
    };

    protected override async ValueTask CheckAsync(LintCase migration, LintChange change, FindingList found, CancellationToken cancellationToken)
    {
        var column = change.What switch
        {
            SetNullability { Nullable: false } set => set.Column,
            AlterColumn { Column: { Nullable: false } altered } => altered.Name,
            _ => null,
        };
        if (column is null || change.Table is not { IsNew: false } || await migration.FindAsync(change.Table, cancellationToken) is not { } table
            || (migration.Version.Major >= 12 && table.Checks.Any(check => Says(check.Expression, column)))
            || table.Columns.Any(known => known.Name == column && !known.IsNullable)
            || await migration.Database.HasNullsAsync(change.Table.InDatabase!, column, cancellationToken) == true)
        {
            return;
        }

        found.Add(this, change, $"NOT NULL on {change.Table}.{column} reads every row under an exclusive lock", needsRows: true);
    }

    private static bool Says(string expression, string column) =>
        expression.Replace("\"", "", StringComparison.Ordinal).Contains($"{column} IS NOT NULL", StringComparison.OrdinalIgnoreCase);
}
