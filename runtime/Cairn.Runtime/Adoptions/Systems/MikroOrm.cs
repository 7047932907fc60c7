using Cairn.Schema.Inspection;

namespace Cairn.Runtime.Adoptions.Systems;

/// <summary>MikroORM: one row for each class, by its name.</summary>
internal sealed class MikroOrm : AdoptedSystem
{
    public override string Name => "mikro-orm";

    public override string Title => "MikroORM";

    public override IReadOnlyList<string> Tables => ["mikro_orm_migrations"];

    public override IReadOnlyList<OtherColumn> Columns => [new("id"), new("name"), new("executed_at")];

    public override OtherHistory Read(IReadOnlyList<CatalogueRow> rows) =>
        new([.. rows.OrderBy(row => row.Number("id")).Select(row => WrittenName.Read(row.Text("name") ?? "", row.Moment("executed_at")))]);
}
