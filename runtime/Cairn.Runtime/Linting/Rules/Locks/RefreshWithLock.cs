using Cairn.Runtime.Linting.Recordings;
using Cairn.Runtime.Linting.Reports;
using Cairn.Schema.Operations;

namespace Cairn.Runtime.Linting.Rules.Locks;

/// <summary>A refresh that keeps readers out.</summary>
internal sealed class RefreshWithLock : PlainChangeRule
{
    public override string Code => "L216";

    public override string Title => "a refresh that keeps readers out";

    public override LintSeverity Severity => LintSeverity.Warning;

    public override IReadOnlyList<Client> Clients => [Client.Postgres];

    public override string Why => "REFRESH MATERIALIZED VIEW locks the view against readers until it has been made anew.";

    public override string Fix => "Refresh it concurrently; the view needs a unique index for that.";

    public override LintExample Example { get; } = new(
        """
        [Irreversible("the same rows again")]
        async Task Up(Db db) => await db.Schema.RefreshMaterializedView("totals");
        """,
        """
        [Irreversible("the same rows again")]
        async Task Up(Db db) => await db.Schema.RefreshMaterializedView("totals", concurrently: true);
        """)
    {
        On = Client.Postgres,
        Given = "create table orders (id integer primary key, total integer); create materialized view totals as select id, total from orders; create unique index totals_id on totals (id);",
    };

    protected override void Check(LintCase migration, LintChange change, FindingList found)
    {
        if (change.What is RefreshMaterializedView { Concurrently: false } && change.Table is { IsNew: false } view)
        {
            found.Add(this, change, $"the refresh of {view} locks it against readers");
        }
    }
}
