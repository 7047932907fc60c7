using Cairn.Schema.Inspection;

namespace Cairn.Runtime.Adoptions.Systems;

/// <summary>Directus: version and name of its own migrations and of the project's in one table.</summary>
internal sealed class Directus : AdoptedSystem
{
    public override string Name => "directus";

    public override string Title => "Directus";

    public override IReadOnlyList<string> Tables => ["directus_migrations"];

    public override IReadOnlyList<OtherColumn> Columns => [new("version"), new("name"), new("timestamp")];

    public override bool KeepsOwnMigrations => true;

    // Of one second there are many: Directus itself goes by the version.
    public override OtherHistory Read(IReadOnlyList<CatalogueRow> rows) => new([.. rows
        .Select(row => (Version: row.Text("version") ?? "", Name: row.Text("name"), At: row.Moment("timestamp")))
        .OrderBy(row => row.At).ThenBy(row => row.Version, StringComparer.Ordinal)
        .Select(row => new OtherRow($"{row.Version} {row.Name}", row.Version, row.Name, row.At))]);
}
