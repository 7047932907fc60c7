using Cairn.Runtime.Linting.Recordings;
using Cairn.Runtime.Linting.Reports;
using Cairn.Runtime.Linting.Statements;
using Cairn.Schema.Operations;

namespace Cairn.Runtime.Linting.Rules.DataLosses;

/// <summary>A column's type changes to one that cannot hold all values.</summary>
internal sealed class LossyTypeChange : ChangeRule
{
    public override string Code => "L104";

    public override string Title => "a column's type changes to one that cannot hold all values";

    public override LintSeverity Severity => LintSeverity.Warning;

    public override string Why => "Not every value has a counterpart in the new type: some are rounded or cut, others stop the migration.";

    public override string Fix => "Add a column of the new type, fill it with an expression that says what becomes of each value, and swap the two in a later release.";

    public override LintExample Example { get; } = new(
        """
        async Task Up(Db db) => await db.Schema.AlterTable("orders", table => table.Integer("note").Alter(@using: "length(note)"));

        async Task Down(Db db) => await db.Schema.AlterTable("orders", table => table.String("note", 50).Alter());
        """,
        """
        async Task Up(Db db) => await db.Schema.AlterTable("orders", table => table.Text("note").Alter());

        async Task Down(Db db) => await db.Schema.AlterTable("orders", table => table.String("note", 50).Alter());
        """)
    {
        On = Client.Postgres,
        Given = "create table orders (id integer primary key, note varchar(50), total integer); insert into orders (id, note, total) values (1, 'first', 5);",
    };

    protected override async ValueTask CheckAsync(LintCase migration, LintChange change, FindingList found, CancellationToken cancellationToken)
    {
        if (change.What is AlterColumn { Column: var column } && TypeShape.Of(column.Type) is { } after
            && await migration.FindAsync(change.Table, column.Name, cancellationToken) is { } now
            && TypeShape.Of(now.DataType) is { } before && before.LosesAs(after))
        {
            found.Add(this, change, $"{change.Table}.{column.Name} changes from {now.DataType} to another kind of type, which cannot hold every value", needsRows: true);
        }
    }
}
