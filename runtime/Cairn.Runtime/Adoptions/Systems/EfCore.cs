using Cairn.Schema;
using Cairn.Schema.Inspection;

namespace Cairn.Runtime.Adoptions.Systems;

/// <summary>Entity Framework Core: one row for each migration, by its id. It does not record when.</summary>
internal sealed class EfCore : AdoptedSystem
{
    public override string Name => "efcore";

    public override string Title => "EF Core";

    public override IReadOnlyList<string> Tables => ["__EFMigrationsHistory"];

    public override IReadOnlyList<OtherColumn> Columns => [new("MigrationId"), new("ProductVersion")];

    // From version 9 on, where the database has no lock of a session: SQLite.
    public override IReadOnlyList<OtherLock> Locks(TableName table) => [new(table with { Name = "__EFMigrationsLock" }, null)];

    public override OtherHistory Read(IReadOnlyList<CatalogueRow> rows) => new(
        [.. rows.Select(row => row.Text("MigrationId") ?? "").Order(StringComparer.Ordinal).Select(id => WrittenName.Read(id, null))]);
}
