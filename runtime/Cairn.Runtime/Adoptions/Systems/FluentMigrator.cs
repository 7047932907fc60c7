using Cairn.Schema.Inspection;

namespace Cairn.Runtime.Adoptions.Systems;

/// <summary>FluentMigrator: one row for each migration, by its number; the description is the class's name, or what it says of itself.</summary>
internal sealed class FluentMigrator : AdoptedSystem
{
    public override string Name => "fluentmigrator";

    public override string Title => "FluentMigrator";

    public override IReadOnlyList<string> Tables => ["VersionInfo", "version_info"];

    public override IReadOnlyList<OtherColumn> Columns => [new("Version"), new("AppliedOn", Required: false), new("Description", Required: false)];

    public override bool DescribesFreely => true;

    public override OtherHistory Read(IReadOnlyList<CatalogueRow> rows) => new([.. rows
        .Select(row => (Version: row.Text("Version") ?? "", Name: row.Text("Description"), At: row.Moment("AppliedOn"), Number: row.Number("Version")))
        .OrderBy(row => row.At).ThenBy(row => row.Number)
        .Select(row => new OtherRow($"{row.Version} {row.Name}".TrimEnd(), row.Version, string.IsNullOrWhiteSpace(row.Name) ? null : row.Name, row.At))]);
}
