using Cairn.Runtime.Linting.Recordings;
using Cairn.Runtime.Linting.Reports;
using Cairn.Runtime.Linting.Statements;
using Cairn.Schema.Operations;

namespace Cairn.Runtime.Linting.Rules.DataLosses;

/// <summary>A column becomes narrower.</summary>
internal sealed class NarrowerType : ChangeRule
{
    public override string Code => "L103";

    public override string Title => "a column becomes narrower";

    public override LintSeverity Severity => LintSeverity.Warning;

    public override string Why => "Values that do not fit stop the migration, or are cut: MySQL and MariaDB without strict mode do that in silence.";

    public override string Fix => "Find and mend the values that are too long or too large first; and look at what the application may still write.";

    public override LintExample Example { get; } = new(
        """
        async Task Up(Db db) => await db.Schema.AlterTable("orders", table => table.String("note", 10).Alter());

        async Task Down(Db db) => await db.Schema.AlterTable("orders", table => table.String("note", 50).Alter());
        """,
        """
        async Task Up(Db db) => await db.Schema.AlterTable("orders", table => table.String("note", 80).Alter());

        async Task Down(Db db) => await db.Schema.AlterTable("orders", table => table.String("note", 50).Alter());
        """)
    {
        On = Client.Postgres,
        Given = "create table orders (id integer primary key, note varchar(50), total integer); insert into orders (id, note, total) values (1, 'first', 5);",
    };

    protected override async ValueTask CheckAsync(LintCase migration, LintChange change, FindingList found, CancellationToken cancellationToken)
    {
        if (change.What is not AlterColumn { Column: var column } || TypeShape.Of(column.Type) is not { } after
            || await migration.FindAsync(change.Table, column.Name, cancellationToken) is not { } now
            || TypeShape.Of(now.DataType) is not { } before || !before.IsWiderThan(after))
        {
            return;
        }

        var breaks = after is { Family: TypeFamily.Text, Size: { } letters }
            ? await migration.Database.HasLongerAsync(change.Table!.InDatabase!, now.Name, letters, cancellationToken)
            : null;
        var what = $"{change.Table}.{column.Name} becomes narrower than {now.DataType}";
        found.Add(
            this, change,
            breaks == true ? $"{what}, and has values that are longer than {after.Size}" : what,
            needsRows: true,
            breaks == true ? LintSeverity.Error : null);
    }
}
