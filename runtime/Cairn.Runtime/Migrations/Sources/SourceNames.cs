using Cairn.Runtime.Migrations.Namings;

namespace Cairn.Runtime.Migrations.Sources;

/// <summary>How sources name what they have.</summary>
internal static class SourceNames
{
    /// <summary>The display name; a file without a description (the medusa form) is called by its own name.</summary>
    public static string Display(string description, string fileName)
    {
        var title = Descriptions.Title(description);
        return title.Length > 0 ? title : Path.GetFileNameWithoutExtension(fileName);
    }

    /// <summary>The path for people of what has no file.</summary>
    public static string Place(MigrationSourceKind kind, MigrationVersion version, string name) =>
        kind == MigrationSourceKind.BuiltIn ? $"built-in:{version}" : $"host:{name}";

    /// <summary>Cairn's own names have Cairn's form, whatever naming the user has chosen.</summary>
    public static MigrationNaming Naming(MigrationSourceKind kind, MigrationNaming inForce) =>
        kind == MigrationSourceKind.BuiltIn ? MigrationNamings.Default : inForce;
}
