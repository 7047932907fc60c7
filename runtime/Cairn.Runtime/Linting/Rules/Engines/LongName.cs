using Cairn.Runtime.Linting.Recordings;
using Cairn.Runtime.Linting.Reports;

namespace Cairn.Runtime.Linting.Rules.Engines;

/// <summary>A name that is too long.</summary>
internal sealed class LongName : PlainChangeRule
{
    public override string Code => "L503";

    public override string Title => "a name that is too long";

    public override LintSeverity Severity => LintSeverity.Error;

    public override string Why => "PostgreSQL cuts a name after 63 bytes without an error, MySQL and MariaDB refuse one with more than 64 letters: two names that differ only at their end become one.";

    public override string Fix => "Keep names below 60 bytes.";

    public override LintExample Example { get; } = new(
        """
        async Task Up(Db db) => await db.Schema.CreateTable("a_table_with_a_name_that_goes_on_for_so_long_that_it_is_cut_off", table => table.Increments("id"));

        async Task Down(Db db) => await db.Schema.DropTable("a_table_with_a_name_that_goes_on_for_so_long_that_it_is_cut_off");
        """,
        """
        async Task Up(Db db) => await db.Schema.CreateTable("notes", table => table.Increments("id"));

        async Task Down(Db db) => await db.Schema.DropTable("notes");
        """);

    private const int Longest = 60;

    protected override void Check(LintCase migration, LintChange change, FindingList found)
    {
        foreach (var name in ChosenNames.Of(change).Where(name => System.Text.Encoding.UTF8.GetByteCount(name) > Longest))
        {
            found.Add(this, change, $"\"{name}\" has {System.Text.Encoding.UTF8.GetByteCount(name)} bytes");
        }
    }
}
