using Cairn.Runtime.Linting.Reports;
using Cairn.Schema.Operations;

namespace Cairn.Runtime.Linting.Rules.Applications;

/// <summary>A view is dropped or renamed.</summary>
internal sealed class ViewGone : LintRule
{
    public override string Code => "L305";

    public override string Title => "a view is dropped or renamed";

    public override LintSeverity Severity => LintSeverity.Warning;

    public override string Why => "Whoever reads the view fails from the commit on: the running application, reports, other databases.";

    public override string Fix => "Keep a view of that name until nobody reads it any more; CreateOrReplaceView changes one in place.";

    public override LintExample Example { get; } = new(
        """
        async Task Up(Db db) => await db.Schema.DropView("totals");

        async Task Down(Db db) => await db.Schema.CreateView("totals", "select id, total from orders");
        """,
        """
        async Task Up(Db db)
        {
            await db.Schema.DropView("totals");
            await db.Schema.CreateView("totals", "select id, total, note from orders");
        }

        async Task Down(Db db)
        {
            await db.Schema.DropView("totals");
            await db.Schema.CreateView("totals", "select id, total from orders");
        }
        """)
    {
        Given = "create table orders (id integer primary key, note varchar(50), total integer); insert into orders (id, note, total) values (1, 'first', 5); create view totals as select id, total from orders;",
    };

    public override async ValueTask CheckAsync(LintCase migration, FindingList found, CancellationToken cancellationToken)
    {
        foreach (var change in migration.Up.Changes.Where(change => change.What is DropView or RenameView))
        {
            var comesBack = migration.Up.Changes.SkipWhile(earlier => !ReferenceEquals(earlier, change))
                .Any(later => later.What is CreateView create && create.View == change.Table?.Name);
            if (!comesBack && await migration.FindAsync(change.Table, cancellationToken) is not null)
            {
                found.Add(this, change, $"the view {change.Table} is no longer there for those who read it");
            }
        }
    }
}
