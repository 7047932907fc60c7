using Cairn.Runtime.Linting.Recordings;
using Cairn.Runtime.Linting.Reports;
using Cairn.Runtime.Linting.Statements;

namespace Cairn.Runtime.Linting.Rules.DataLosses;

/// <summary>TRUNCATE of a table with rows.</summary>
internal sealed class Truncate : PlainChangeRule
{
    public override string Code => "L108";

    public override string Title => "TRUNCATE of a table with rows";

    public override LintSeverity Severity => LintSeverity.Error;

    public override string Why => "All rows are gone, without a trigger or a foreign key action having run; on MySQL and MariaDB not even a transaction holds it.";

    public override string Fix => "Delete what is meant by a condition, in batches; or make a new table and swap the two by their names.";

    public override LintExample Example { get; } = new(
        """
        [Irreversible("the log is not wanted")]
        async Task Up(Db db) => await db.Sql("truncate table orders");
        """,
        """
        [Irreversible("old rows are not wanted")]
        async Task Up(Db db) => await db.Sql("delete from orders where total < 3");
        """)
    {
        On = Client.Postgres,
        Given = "create table orders (id integer primary key, note varchar(50), total integer); insert into orders (id, note, total) values (1, 'first', 5);",
    };

    protected override void Check(LintCase migration, LintChange change, FindingList found)
    {
        if (change.What is ChangeRows { Verb: RowVerb.Truncate } rows && change.Table is { IsNew: false } table)
        {
            found.Add(this, change, $"TRUNCATE of {table}{(rows.Cascade ? " and of every table that refers to it" : "")}", needsRows: true);
        }
    }
}
