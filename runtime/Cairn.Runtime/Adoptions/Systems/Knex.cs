using Cairn.Schema;
using Cairn.Schema.Inspection;

namespace Cairn.Runtime.Adoptions.Systems;

/// <summary>Knex: one row for each file, by its name; its own run is marked in a table beside.</summary>
internal sealed class Knex : AdoptedSystem
{
    public override string Name => "knex";

    public override string Title => "Knex";

    public override IReadOnlyList<string> Tables => ["knex_migrations"];

    public override IReadOnlyList<OtherColumn> Columns => [new("id"), new("name"), new("migration_time")];

    public override IReadOnlyList<OtherLock> Locks(TableName table) => [new(table with { Name = table.Name + "_lock" }, "is_locked")];

    public override OtherHistory Read(IReadOnlyList<CatalogueRow> rows) =>
        new([.. rows.OrderBy(row => row.Number("id")).Select(row => WrittenName.Read(row.Text("name") ?? "", row.Moment("migration_time")))]);
}
