using Cairn.Runtime.Linting.Recordings;
using Cairn.Runtime.Linting.Reports;
using Cairn.Runtime.Linting.Statements;

namespace Cairn.Runtime.Linting.Rules.DataLosses;

/// <summary>A DELETE or UPDATE without a condition.</summary>
internal sealed class DeleteOrUpdateOfAll : PlainChangeRule
{
    public override string Code => "L107";

    public override string Title => "a DELETE or UPDATE without a condition";

    public override LintSeverity Severity => LintSeverity.Warning;

    public override string Why => "It changes every row of the table: most often the condition was forgotten; and where it was not, it locks all rows until the commit.";

    public override string Fix => "Write the condition. Where all rows are meant, say it with a condition that is always true of them, in batches (db.Batch).";

    public override LintExample Example { get; } = new(
        """
        -- up
        delete from orders;
        -- down
        insert into orders (id, note, total) values (1, 'first', 5);
        """,
        """
        -- up
        delete from orders where total is null;
        -- down
        insert into orders (id, note, total) values (2, 'second', null);
        """)
    {
        Given = "create table orders (id integer primary key, note varchar(50), total integer); insert into orders (id, note, total) values (1, 'first', 5);",
        Ending = ".sql",
    };

    protected override void Check(LintCase migration, LintChange change, FindingList found)
    {
        if (change.What is ChangeRows { Verb: RowVerb.Delete or RowVerb.Update, HasCondition: false } rows
            && change.Table is { IsNew: false } table && !IsFillingNewColumn(table, change))
        {
            var verb = rows.Verb == RowVerb.Delete ? "DELETE" : "UPDATE";
            found.Add(this, change, $"{verb} of all rows of {table}", needsRows: true, rows.Verb == RowVerb.Delete ? LintSeverity.Error : null);
        }
    }

    /// <summary>A column that has only just been added is filled in every row.</summary>
    private static bool IsFillingNewColumn(LintTable table, LintChange change) =>
        table.NewColumns.Any(column => change.Step.Sql?.Contains(column, StringComparison.OrdinalIgnoreCase) == true);
}
