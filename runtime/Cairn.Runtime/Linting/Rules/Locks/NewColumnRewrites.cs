using Cairn.Runtime.Linting.Recordings;
using Cairn.Runtime.Linting.Reports;
using Cairn.Schema.Operations;

namespace Cairn.Runtime.Linting.Rules.Locks;

/// <summary>A new column that writes the table anew.</summary>
internal sealed class NewColumnRewrites : PlainChangeRule
{
    public override string Code => "L204";

    public override string Title => "a new column that writes the table anew";

    public override LintSeverity Severity => LintSeverity.Warning;

    public override IReadOnlyList<Client> Clients => [Client.Postgres];

    public override string Why => "A default that differs from row to row (random(), gen_random_uuid(), clock_timestamp(), a sequence) and a stored generated column are worked out for every row, under a lock that keeps even readers out; before PostgreSQL 11 any default is.";

    public override string Fix => "Add the column without a default, then set the default (it counts for new rows), and fill the old rows in batches.";

    public override LintExample Example { get; } = new(
        """
        async Task Up(Db db) => await db.Schema.AlterTable("orders", table => table.Uuid("token").DefaultRaw("gen_random_uuid()"));

        async Task Down(Db db) => await db.Schema.AlterTable("orders", table => table.DropColumn("token"));
        """,
        """
        async Task Up(Db db) => await db.Schema.AlterTable("orders", table => table.Timestamp("seen_at").DefaultToNow());

        async Task Down(Db db) => await db.Schema.AlterTable("orders", table => table.DropColumn("seen_at"));
        """)
    {
        On = Client.Postgres,
        Given = "create table orders (id integer primary key, code varchar(20), note varchar(50), total integer); insert into orders select n, 'c' || n, 'note', n % 20 from generate_series(1, 2000) n; create table kinds (id integer primary key);",
    };

    private static readonly string[] Stable = ["NOW(", "CURRENT_", "LOCALTIME", "TRANSACTION_TIMESTAMP(", "STATEMENT_TIMESTAMP(", "::"];

    protected override void Check(LintCase migration, LintChange change, FindingList found)
    {
        if (change.What is AddColumn { Column: var column } && change.Table is { IsNew: false } table && Reason(column, migration.Version) is { } why)
        {
            found.Add(this, change, $"adding {table}.{column.Name} writes the whole table anew under an exclusive lock: {why}", needsRows: true);
        }
    }

    private static string? Reason(ColumnDefinition column, Version version) => column switch
    {
        { Generated.Stored: true } => "its value is stored for every row",
        { Identity: not IdentityKind.None } => "every row gets a number",
        { Default: ColumnDefault.Raw raw } when raw.Sql.Contains('(', StringComparison.Ordinal) && !Stable.Any(word => raw.Sql.Contains(word, StringComparison.OrdinalIgnoreCase))
            => $"the default {raw.Sql} may differ from row to row",
        { Default: not null and not ColumnDefault.Value { Content: null } } when version.Major < 11 => "before PostgreSQL 11 a default is written into every row",
        _ => null,
    };
}
