using Cairn.Runtime.Migrations.Namings;

namespace Cairn.Runtime.Migrations.Sources;

/// <summary>Versions in the names of classes, which can neither begin with a digit nor hold a <c>-</c>.</summary>
internal static class ClassNames
{
    private static readonly string[] Prefixes = ["Migration", "M", "_"];

    /// <summary>The name as the naming would have it on a file.</summary>
    public static NamingResult Read(string name, MigrationNaming naming)
    {
        var asWritten = naming.Read(name + ".class");
        var prefix = asWritten.Version is null ? Array.Find(Prefixes, prefix => name.StartsWith(prefix, StringComparison.Ordinal)) : null;
        return prefix is null ? asWritten : ReadBare(name[prefix.Length..].TrimStart('_'), naming);
    }

    /// <summary><c>AddNotes</c> → <c>Add Notes</c>.</summary>
    public static string Display(string description, string className)
    {
        var words = description.Length > 0 ? description : className;
        return Descriptions.Title(Descriptions.Kebab(words));
    }

    private static NamingResult ReadBare(string name, MigrationNaming naming)
    {
        var asWritten = naming.Read(name + ".class");
        var underscore = name.IndexOf('_');
        return asWritten.Version is not null || underscore < 0
            ? asWritten
            : naming.Read($"{name[..underscore]}-{name[(underscore + 1)..]}.class");
    }
}
