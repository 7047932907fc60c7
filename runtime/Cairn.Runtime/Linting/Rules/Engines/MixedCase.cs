using Cairn.Runtime.Linting.Recordings;
using Cairn.Runtime.Linting.Reports;

namespace Cairn.Runtime.Linting.Rules.Engines;

/// <summary>A name with capital letters.</summary>
internal sealed class MixedCase : PlainChangeRule
{
    public override string Code => "L505";

    public override string Title => "a name with capital letters";

    public override LintSeverity Severity => LintSeverity.Info;

    public override string Why => "PostgreSQL folds names without quotes to small letters, so whoever writes SQL by hand must quote it; and on MySQL names of tables differ by case on Linux and do not on Windows.";

    public override string Fix => "Use small letters and underscores: order_lines.";

    public override LintExample Example { get; } = new(
        """
        async Task Up(Db db) => await db.Schema.CreateTable("orderLines", table => table.Increments("id"));

        async Task Down(Db db) => await db.Schema.DropTable("orderLines");
        """,
        """
        async Task Up(Db db) => await db.Schema.CreateTable("order_lines", table => table.Increments("id"));

        async Task Down(Db db) => await db.Schema.DropTable("order_lines");
        """);

    protected override void Check(LintCase migration, LintChange change, FindingList found)
    {
        foreach (var name in ChosenNames.Of(change).Where(name => name.Any(char.IsUpper)))
        {
            found.Add(this, change, $"\"{name}\" has capital letters");
        }
    }
}
