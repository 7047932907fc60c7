using Cairn.Runtime.Linting.Recordings;
using Cairn.Runtime.Linting.Reports;
using Cairn.Schema.Operations;

namespace Cairn.Runtime.Linting.Rules.Engines;

/// <summary>A type that means something else on another database.</summary>
internal sealed class TypeOfManyMeanings : PlainChangeRule
{
    public override string Code => "L504";

    public override string Title => "a type that means something else on another database";

    public override LintSeverity Severity => LintSeverity.Info;

    public override string Why => "An interval is text on SQLite and MySQL; an unsigned number is a check on PostgreSQL and SQLite; a TinyInteger is a smallint on PostgreSQL; a moment has no time zone on SQLite. Comparisons and sums then differ.";

    public override string Fix => "Use a type that all of the declared databases have: seconds as a number for an interval, a larger signed number for an unsigned one.";

    public override LintExample Example { get; } = new(
        """
        async Task Up(Db db) => await db.Schema.CreateTable("notes", table => table.Interval("length"));

        async Task Down(Db db) => await db.Schema.DropTable("notes");
        """,
        """
        async Task Up(Db db) => await db.Schema.CreateTable("notes", table => table.Integer("seconds"));

        async Task Down(Db db) => await db.Schema.DropTable("notes");
        """)
    {
        Options = "--for sqlite,postgres",
    };

    protected override void Check(LintCase migration, LintChange change, FindingList found)
    {
        if (migration.Clients.Count < 2)
        {
            return;
        }

        foreach (var column in ChosenNames.Columns(change).Where(column => column.Type is { Kind: ColumnKind.Interval or ColumnKind.TinyInteger or ColumnKind.Geometry or ColumnKind.Point } or { Unsigned: true }))
        {
            found.Add(this, change, $"{column.Name} is {(column.Type.Unsigned ? "unsigned " : "")}{column.Type.Kind}, which is not the same on {string.Join(", ", migration.Clients.Order())}");
        }
    }
}
