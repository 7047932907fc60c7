using Cairn.Runtime.Linting.Recordings;
using Cairn.Runtime.Linting.Reports;
using Cairn.Schema.Operations;

namespace Cairn.Runtime.Linting.Rules.DataLosses;

/// <summary>Drop of a schema or database.</summary>
internal sealed class DropSchemaOrDatabase : PlainChangeRule
{
    public override string Code => "L112";

    public override string Title => "drop of a schema or database";

    public override LintSeverity Severity => LintSeverity.Error;

    public override IReadOnlyList<Client> Clients => [Client.Postgres, Client.MySql, Client.MariaDb];

    public override string Why => "Everything in it is gone with its rows; Down cannot bring back what it does not know.";

    public override string Fix => "Drop the tables by name, each with its own way back, and the schema when it is empty.";

    public override LintExample Example { get; } = new(
        """
        [Irreversible("audit moved")]
        async Task Up(Db db) => await db.Schema.DropSchema("audit");
        """,
        """
        async Task Up(Db db) => await db.Schema.CreateSchema("reports");

        async Task Down(Db db) => await db.Schema.DropSchema("reports");
        """)
    {
        On = Client.Postgres,
        Given = "create schema audit;",
    };

    protected override void Check(LintCase migration, LintChange change, FindingList found)
    {
        if (change.What is DropSchema { Cascade: false } drop)
        {
            found.Add(this, change, $"dropping the schema {drop.Name}");
        }
    }
}
