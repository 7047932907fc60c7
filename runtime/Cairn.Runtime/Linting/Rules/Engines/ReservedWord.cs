using Cairn.Runtime.Linting.Recordings;
using Cairn.Runtime.Linting.Reports;

namespace Cairn.Runtime.Linting.Rules.Engines;

/// <summary>A reserved word as a name.</summary>
internal sealed class ReservedWord : PlainChangeRule
{
    public override string Code => "L502";

    public override string Title => "a reserved word as a name";

    public override LintSeverity Severity => LintSeverity.Info;

    public override string Why => "Cairn quotes every name, but whoever writes SQL by hand must quote it too, and on MySQL in another way than elsewhere.";

    public override string Fix => "Choose another name: orders for order, user_account for user.";

    public override LintExample Example { get; } = new(
        """
        async Task Up(Db db) => await db.Schema.CreateTable("notes", table => table.Integer("order"));

        async Task Down(Db db) => await db.Schema.DropTable("notes");
        """,
        """
        async Task Up(Db db) => await db.Schema.CreateTable("notes", table => table.Integer("position"));

        async Task Down(Db db) => await db.Schema.DropTable("notes");
        """);

    protected override void Check(LintCase migration, LintChange change, FindingList found)
    {
        foreach (var name in ChosenNames.Of(change).Where(name => ReservedWords.All.Contains(name)))
        {
            found.Add(this, change, $"\"{name}\" is a reserved word of SQL");
        }
    }
}
