using Cairn.Schema.Inspection;

namespace Cairn.Runtime.Adoptions.Systems;

/// <summary>Strapi: one row for each file of the project, by its name. What Strapi does to its own tables is in another table.</summary>
internal sealed class Strapi : AdoptedSystem
{
    public override string Name => "strapi";

    public override string Title => "Strapi";

    public override IReadOnlyList<string> Tables => ["strapi_migrations"];

    public override IReadOnlyList<OtherColumn> Columns => [new("id"), new("name"), new("time")];

    public override OtherHistory Read(IReadOnlyList<CatalogueRow> rows) =>
        new([.. rows.OrderBy(row => row.Number("id")).Select(row => WrittenName.Read(row.Text("name") ?? "", row.Moment("time")))]);
}
