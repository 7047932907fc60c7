using Cairn.Runtime.Linting.Recordings;
using Cairn.Runtime.Linting.Reports;
using Cairn.Schema.Operations;

namespace Cairn.Runtime.Linting.Rules.Engines;

/// <summary>A type in the words of one database.</summary>
internal sealed class NativeType : PlainChangeRule
{
    public override string Code => "L506";

    public override string Title => "a type in the words of one database";

    public override LintSeverity Severity => LintSeverity.Warning;

    public override string Why => "The type is given in the database's own words, and the migrations are for several databases (by the environments of cairn.json, or --for).";

    public override string Fix => "Use a portable type, or guard the column: if (db.Is(Client.Postgres)).";

    public override LintExample Example { get; } = new(
        """
        async Task Up(Db db) => await db.Schema.CreateTable("notes", table => table.Specific("body", "clob"));

        async Task Down(Db db) => await db.Schema.DropTable("notes");
        """,
        """
        async Task Up(Db db) => await db.Schema.CreateTable("notes", table => table.Text("body"));

        async Task Down(Db db) => await db.Schema.DropTable("notes");
        """)
    {
        Options = "--for sqlite,postgres",
    };

    protected override void Check(LintCase migration, LintChange change, FindingList found)
    {
        var isGuarded = migration.Migration.Source.Text.Contains("db.Is(", StringComparison.Ordinal) || migration.Migration.UpOptions.Clients.Count > 0;
        if (migration.Clients.Count > 1 && !isGuarded && !change.Step.IsRaw)
        {
            foreach (var column in ChosenNames.Columns(change).Where(column => column.Type.Kind == ColumnKind.Specific))
            {
                found.Add(this, change, $"{column.Name} is {column.Type.Native}, and the migrations are for {string.Join(", ", migration.Clients.Order())}");
            }
        }
    }
}
