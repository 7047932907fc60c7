using Cairn.Runtime.Linting.Recordings;
using Cairn.Runtime.Linting.Reports;
using Cairn.Runtime.Linting.Statements;
using Cairn.Schema.Operations;

namespace Cairn.Runtime.Linting.Rules.Locks;

/// <summary>An ALTER TABLE that copies the table.</summary>
internal sealed class AlterByCopy : ChangeRule
{
    public override string Code => "L209";

    public override string Title => "an ALTER TABLE that copies the table";

    public override LintSeverity Severity => LintSeverity.Warning;

    public override IReadOnlyList<Client> Clients => [Client.MySql, Client.MariaDb];

    public override string Why => "MySQL and MariaDB copy the table row by row, and every write waits for the end: for a change of type, a foreign key, a check, another character set, a stored generated column, a primary key that is dropped. MariaDB lets writers go on from 11.2.";

    public override string Fix => "Use a tool that copies online (gh-ost, pt-online-schema-change), or add a new column, fill it in batches, and swap it in a later release.";

    public override LintExample Example { get; } = new(
        """
        async Task Up(Db db) => await db.Schema.AlterTable("orders", table => table.BigInteger("total").Alter());

        async Task Down(Db db) => await db.Schema.AlterTable("orders", table => table.Integer("total").Alter());
        """,
        """
        async Task Up(Db db) => await db.Schema.AlterTable("orders", table => table.Integer("amount"));

        async Task Down(Db db) => await db.Schema.AlterTable("orders", table => table.DropColumn("amount"));
        """)
    {
        On = Client.MySql,
        Given = "create table orders (id integer primary key, note varchar(50), total integer); insert into orders (id, total) with recursive n as (select 1 as i union all select i + 1 from n where i < 900) select i, i from n; insert into orders (id, total) select id + 1000, id from orders;",
    };

    protected override async ValueTask CheckAsync(LintCase migration, LintChange change, FindingList found, CancellationToken cancellationToken)
    {
        if (change.Table is { IsNew: false } table && await ReasonAsync(migration, change, cancellationToken) is { } why)
        {
            var goesOn = migration is { Client: Client.MariaDb, Version: var version } && version >= new Version(11, 2);
            found.Add(this, change, $"{why} copies {table}{(goesOn ? "" : " while every write waits")}", needsRows: true, goesOn ? LintSeverity.Info : null);
        }
    }

    private static async ValueTask<string?> ReasonAsync(LintCase migration, LintChange change, CancellationToken cancellationToken)
    {
        if (change.What is AlterColumn { Column: var column } && TypeShape.Of(column.Type) is { } after
            && await migration.FindAsync(change.Table, column.Name, cancellationToken) is { } now && TypeShape.Of(now.DataType) is { } before)
        {
            // A varchar may grow in place as long as its length still fits into one byte.
            var grows = before.Family == TypeFamily.Text && after.Family == TypeFamily.Text && before.Size <= after.Size && (after.Size <= 63 || before.Size >= 256);
            return before == after || grows || before.IsWiderThan(after) || before.LosesAs(after) ? null : $"changing the type of {column.Name} from {now.DataType}";
        }

        return change.What switch
        {
            AddColumn { Column: { Generated.Stored: true } added } => $"adding the stored column {added.Name}",
            AddForeignKey key => $"adding the foreign key {key.ForeignKey.Name}",
            AddCheck check => $"adding the check {check.Check.Name}",
            SetTableOptions { Options: { Charset: not null } or { Collation: not null } } => "changing the character set",
            DropPrimaryKey => "dropping the primary key",
            _ => null,
        };
    }
}
