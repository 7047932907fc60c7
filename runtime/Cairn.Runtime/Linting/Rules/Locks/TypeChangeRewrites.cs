using Cairn.Runtime.Linting.Recordings;
using Cairn.Runtime.Linting.Reports;
using Cairn.Runtime.Linting.Statements;
using Cairn.Schema.Operations;

namespace Cairn.Runtime.Linting.Rules.Locks;

/// <summary>A change of type that writes the table anew.</summary>
internal sealed class TypeChangeRewrites : ChangeRule
{
    public override string Code => "L203";

    public override string Title => "a change of type that writes the table anew";

    public override LintSeverity Severity => LintSeverity.Warning;

    public override IReadOnlyList<Client> Clients => [Client.Postgres];

    public override string Why => "PostgreSQL writes the whole table and all its indexes anew, with a lock that keeps even readers out. Only some changes go without: a longer varchar, varchar to text, a numeric with more digits.";

    public override string Fix => "Add a column of the new type, fill it in batches, let the application write both, and swap them in a later release.";

    public override LintExample Example { get; } = new(
        """
        async Task Up(Db db) => await db.Schema.AlterTable("orders", table => table.BigInteger("total").Alter());

        async Task Down(Db db) => await db.Schema.AlterTable("orders", table => table.Integer("total").Alter());
        """,
        """
        async Task Up(Db db) => await db.Schema.AlterTable("orders", table => table.String("note", 80).Alter());

        async Task Down(Db db) => await db.Schema.AlterTable("orders", table => table.String("note", 50).Alter());
        """)
    {
        On = Client.Postgres,
        Given = "create table orders (id integer primary key, code varchar(20), note varchar(50), total integer); insert into orders select n, 'c' || n, 'note', n % 20 from generate_series(1, 2000) n; create table kinds (id integer primary key);",
    };

    protected override async ValueTask CheckAsync(LintCase migration, LintChange change, FindingList found, CancellationToken cancellationToken)
    {
        if (change.What is AlterColumn { Column: var column } alter && TypeShape.Of(column.Type) is { } after
            && await migration.FindAsync(change.Table, column.Name, cancellationToken) is { } now
            && TypeShape.Of(now.DataType) is { } before && Rewrites(before, after, alter.Using is not null))
        {
            found.Add(this, change, $"changing the type of {change.Table}.{column.Name} from {now.DataType} writes the whole table anew under an exclusive lock", needsRows: true);
        }
    }

    /// <summary>A narrower type and one of another kind are other rules' matter.</summary>
    private static bool Rewrites(TypeShape before, TypeShape after, bool computed) => before != after && !before.IsWiderThan(after) && !before.LosesAs(after)
        && (computed || (before.Family, after.Family) is not ((TypeFamily.Text, TypeFamily.Text) or (TypeFamily.Decimal, TypeFamily.Decimal) or (TypeFamily.Moment, TypeFamily.Moment)));
}
