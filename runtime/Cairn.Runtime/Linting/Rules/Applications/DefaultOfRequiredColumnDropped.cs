using Cairn.Runtime.Linting.Recordings;
using Cairn.Runtime.Linting.Reports;
using Cairn.Schema.Operations;

namespace Cairn.Runtime.Linting.Rules.Applications;

/// <summary>The default of a NOT NULL column is dropped.</summary>
internal sealed class DefaultOfRequiredColumnDropped : ChangeRule
{
    public override string Code => "L304";

    public override string Title => "the default of a NOT NULL column is dropped";

    public override LintSeverity Severity => LintSeverity.Warning;

    public override string Why => "The version of the application that runs meanwhile may leave the column out of its INSERT, and fails then.";

    public override string Fix => "Release a version that always gives a value first, and drop the default in the next release.";

    public override LintExample Example { get; } = new(
        """
        async Task Up(Db db) => await db.Schema.AlterTable("orders", table => table.DropDefault("total"));

        async Task Down(Db db) => await db.Schema.AlterTable("orders", table => table.SetDefault("total", 0));
        """,
        """
        async Task Up(Db db) => await db.Schema.AlterTable("orders", table => table.DropDefault("note"));

        async Task Down(Db db) => await db.Schema.AlterTable("orders", table => table.SetDefault("note", "none"));
        """)
    {
        On = Client.Postgres,
        Given = "create table orders (id integer primary key, note varchar(50) default 'none', total integer not null default 0); insert into orders (id) values (1);",
    };

    protected override async ValueTask CheckAsync(LintCase migration, LintChange change, FindingList found, CancellationToken cancellationToken)
    {
        if (change.What is DropDefault drop && await migration.FindAsync(change.Table, drop.Column, cancellationToken) is { IsNullable: false })
        {
            found.Add(this, change, $"{change.Table}.{drop.Column} is NOT NULL and loses its default; an INSERT that leaves it out fails", needsRows: true);
        }
    }
}
