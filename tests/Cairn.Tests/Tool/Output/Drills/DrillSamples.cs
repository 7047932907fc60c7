using Cairn.Runtime.Drills.Reports;
using Cairn.Runtime.Migrations;
using Cairn.Schema.Snapshots;

namespace Cairn.Tests.Tool.Output.Drills;

/// <summary>A drill with one of everything, and with names that would be markup if they were not escaped.</summary>
public static class DrillSamples
{
    public const string Evil = "<script>document.title='owned'</script>";

    public static DrillReport Report() => new(Client.Postgres, "shop " + Evil)
    {
        StartedAt = new DateTimeOffset(2026, 3, 1, 10, 0, 0, TimeSpan.Zero),
        Duration = TimeSpan.FromSeconds(3.25),
        Copy = new ScratchCopy("CREATE DATABASE … TEMPLATE", DrillData.All, TimeSpan.FromMilliseconds(240)) { Rows = 1234567 },
        Migrations =
        [
            new MigrationDrill("20260301A", "Add Orders Tenant Id", MigrationSourceKind.Custom, "extensions/migrations/20260301A-add-orders-tenant-id.csx", DrillOutcome.Failed)
            {
                Differences =
                [
                    new DrillDifference(DrillMoment.Down, "index orders_tenant_id_index", "missing after down"),
                    new DrillDifference(DrillMoment.Down, "column orders.note" + Evil, "default 'new' became none"),
                    new DrillDifference(DrillMoment.SecondUp, "rows of orders", "2 of 5 are gone"),
                ],
                Steps =
                [
                    new DrillStep(Cairn.Direction.Up, TimeSpan.FromMilliseconds(12.5))
                    {
                        Sql = ["ALTER TABLE orders ADD COLUMN tenant_id bigint", $"UPDATE orders SET note = '{Evil}' WHERE a < 1 & b > 2"],
                        RowsChanged = 5,
                        Locks = [new LockTaken("orders", "AccessExclusiveLock", TimeSpan.FromMilliseconds(11))],
                        Rewritten = ["orders"],
                    },
                    new DrillStep(Cairn.Direction.Down, TimeSpan.FromMilliseconds(8)) { Sql = ["ALTER TABLE orders DROP COLUMN tenant_id"] },
                    new DrillStep(Cairn.Direction.Up, TimeSpan.FromMilliseconds(14)),
                ],
                Before = Structure(tenant: false),
                After = Structure(tenant: true),
                Tables = [new TableCheck("customers", 3, 3, Same: true), new TableCheck("orders", 5, 3, Same: false) { Columns = ["note"] }],
            },
            new MigrationDrill("20260302A", "Drop Notes", MigrationSourceKind.Custom, "extensions/migrations/20260302A-drop-notes.csx", DrillOutcome.Passed)
            {
                Lossy = new Dictionary<string, string> { ["orders.note"] = "kept in the archive" },
                Steps = [new DrillStep(Cairn.Direction.Up, TimeSpan.FromMilliseconds(3)), new DrillStep(Cairn.Direction.Down, TimeSpan.FromMilliseconds(4)), new DrillStep(Cairn.Direction.Up, TimeSpan.FromMilliseconds(3))],
            },
            new MigrationDrill("20260303A", "Anonymise", MigrationSourceKind.Custom, "extensions/migrations/20260303A-anonymise.csx", DrillOutcome.Irreversible) { Notes = ["Declared irreversible: names are gone for good."] },
            new MigrationDrill("20260304A", "Broken", MigrationSourceKind.Custom, "extensions/migrations/20260304A-broken.csx", DrillOutcome.Failed)
            {
                Error = new CairnException("CAIRN3001", "relation \"nowhere\" does not exist") { File = "extensions/migrations/20260304A-broken.csx", Line = 7, Sql = "select * from nowhere", Fix = "Mend the statement." },
            },
            new MigrationDrill("20260305A", "After The Broken One", MigrationSourceKind.Custom, "extensions/migrations/20260305A-after.csx", DrillOutcome.NotRun),
        ],
        Scripts =
        [
            new ScriptDrill("extensions/drills/checkout.csx", DrillOutcome.Failed, TimeSpan.FromSeconds(1.2))
            {
                Events = [new DrillEvent("up to 20260301A", TimeSpan.FromMilliseconds(30), 3), new DrillEvent("crash during 20260302A", TimeSpan.FromMilliseconds(400), 9)],
                Error = new CairnException("CAIRN5007", "orders has 2 rows; 5 were expected") { File = "extensions/drills/checkout.csx", Line = 12 },
            },
        ],
        Warnings = ["The copy of an older drill was removed: cairn_drill_shop_1."],
    };

    private static SchemaSnapshot Structure(bool tenant) => new(
        Client.Postgres,
        [
            new SnapshotObject(ObjectKind.Table, "customers"),
            new SnapshotObject(ObjectKind.Table, "orders")
            {
                Children =
                [
                    new SnapshotObject(ObjectKind.Column, "id") { Facts = [new Fact(FactNames.Type, "bigint"), new Fact(FactNames.Nullable, "no")] },
                    new SnapshotObject(ObjectKind.Column, "note" + Evil) { Facts = [new Fact(FactNames.Type, "text"), new Fact(FactNames.Default, tenant ? "'x'::text" : "'new'::text")] },
                    .. tenant
                        ? new[] { new SnapshotObject(ObjectKind.Column, "tenant_id") { Facts = [new Fact(FactNames.Type, "bigint")] }, new SnapshotObject(ObjectKind.Index, "orders_tenant_id_index") { Facts = [new Fact(FactNames.Columns, ["tenant_id"])] } }
                        : [],
                ],
            },
        ]);
}
