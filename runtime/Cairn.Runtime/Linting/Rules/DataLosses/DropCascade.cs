using Cairn.Runtime.Linting.Recordings;
using Cairn.Runtime.Linting.Reports;
using Cairn.Schema.Operations;

namespace Cairn.Runtime.Linting.Rules.DataLosses;

/// <summary>CASCADE.</summary>
internal sealed class DropCascade : PlainChangeRule
{
    public override string Code => "L110";

    public override string Title => "CASCADE";

    public override LintSeverity Severity => LintSeverity.Error;

    public override IReadOnlyList<Client> Clients => [Client.Postgres];

    public override string Why => "Everything that depends on it is dropped too, whatever that is on the database where it runs: views, foreign keys, columns of others; none of it is in the script, nor in Down.";

    public override string Fix => "Drop what depends on it by name, one after the other; then the plan shows it and Down can bring it back.";

    public override LintExample Example { get; } = new(
        """
        [Irreversible("orders moved")]
        async Task Up(Db db) => await db.Schema.DropTable("orders", cascade: true);
        """,
        """
        async Task Up(Db db) => await db.Schema.CreateTable("invoices", table => table.Increments("id"));

        async Task Down(Db db) => await db.Schema.DropTable("invoices");
        """)
    {
        On = Client.Postgres,
        Given = "create table orders (id integer primary key, note varchar(50), total integer); insert into orders (id, note, total) values (1, 'first', 5);",
    };

    protected override void Check(LintCase migration, LintChange change, FindingList found)
    {
        if (change.What is DropTable { Cascade: true } or DropSchema { Cascade: true } or DropTable { Cascade: true, IfExists: true })
        {
            var what = change.What is DropSchema schema ? $"schema {schema.Name}" : $"table {change.Table}";
            found.Add(this, change, $"dropping {what} with CASCADE drops whatever depends on it, and its rows");
        }
    }
}
