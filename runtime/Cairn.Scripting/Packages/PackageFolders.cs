using System.Xml;
using System.Xml.Linq;

namespace Cairn.Scripting.Packages;

/// <summary>Where NuGet keeps what it fetched, found as NuGet finds it: by <c>NUGET_PACKAGES</c>, by the configuration files, or in the user's folder.</summary>
internal static class PackageFolders
{
    private static readonly string[] Names = ["nuget.config", "NuGet.config", "NuGet.Config"];

    /// <summary>The folders, the one that is written to first.</summary>
    /// <param name="folder">The scripts' folder; null for what has no file.</param>
    /// <param name="variable">Reads a variable of the environment.</param>
    public static IReadOnlyList<string> Of(string? folder, Func<string, string?> variable)
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var configured = new List<string>();
        var fallbacks = new List<string>();
        foreach (var file in Above(folder).Concat(Users(home, variable)))
        {
            Read(file, configured, fallbacks);
        }

        var first = variable("NUGET_PACKAGES") is { Length: > 0 } own && Path.IsPathFullyQualified(own) ? own
            : configured.Count > 0 ? configured[0]
            : Path.Combine(home, ".nuget", "packages");
        return [first, .. fallbacks.Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Above(string? folder)
    {
        for (var current = folder is null ? null : new DirectoryInfo(folder); current is not null; current = current.Parent)
        {
            if (Names.Select(name => Path.Combine(current.FullName, name)).FirstOrDefault(File.Exists) is { } file)
            {
                yield return file;
            }
        }
    }

    private static IEnumerable<string> Users(string home, Func<string, string?> variable)
    {
        string[] places = OperatingSystem.IsWindows()
            ? [Path.Combine(variable("APPDATA") ?? home, "NuGet", "NuGet.Config")]
            : [Path.Combine(home, ".nuget", "NuGet", "NuGet.Config"), Path.Combine(home, ".config", "NuGet", "NuGet.Config")];
        return places.Where(File.Exists);
    }

    private static void Read(string file, List<string> configured, List<string> fallbacks)
    {
        XElement? root;
        try
        {
            root = XDocument.Load(file).Root;
        }
        catch (Exception exception) when (exception is XmlException or IOException or UnauthorizedAccessException)
        {
            // Where it matters, NuGet itself says what is wrong with it.
            return;
        }

        configured.AddRange(Values(root, "config", key => key.Equals("globalPackagesFolder", StringComparison.OrdinalIgnoreCase)));
        fallbacks.AddRange(Values(root, "fallbackPackageFolders", _ => true));

        IEnumerable<string> Values(XElement? within, string section, Func<string, bool> isWanted) =>
            from entry in within?.Elements(section).Elements("add") ?? []
            where isWanted((string?)entry.Attribute("key") ?? "")
            let value = Environment.ExpandEnvironmentVariables((string?)entry.Attribute("value") ?? "")
            where value.Length > 0
            select Path.GetFullPath(value, Path.GetDirectoryName(file)!);
    }
}
