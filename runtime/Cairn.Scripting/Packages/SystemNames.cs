using System.Runtime.InteropServices;

namespace Cairn.Scripting.Packages;

/// <summary>The names by which packages say for which system a file is, from the narrowest to the widest; as .NET's own host takes them.</summary>
internal static class SystemNames
{
    /// <summary>Those of the system that this runs on.</summary>
    public static IReadOnlyList<string> Current { get; } = Of(Family(), RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant());

    /// <summary>Those of a system.</summary>
    /// <param name="family"><c>linux</c>, <c>linux-musl</c>, <c>osx</c>, <c>win</c> or <c>freebsd</c>.</param>
    /// <param name="processor">As <c>x64</c>.</param>
    public static IReadOnlyList<string> Of(string family, string processor)
    {
        var families = family switch
        {
            "win" => (string[])["win"],
            "linux-musl" => ["linux-musl", "linux", "unix"],
            _ => [family, "unix"],
        };
        return [.. families.SelectMany(name => (string[])[$"{name}-{processor}", name]), "any"];
    }

    /// <summary>The files that are for a system: of those with one name in one package, the one for the narrowest.</summary>
    public static IEnumerable<SystemFile> Choose(IEnumerable<SystemFile> files, IReadOnlyList<string> names) => files
        .Select(file => (file, rank: Rank(file.System, names)))
        .Where(pair => pair.rank >= 0)
        .GroupBy(pair => Path.GetFileName(pair.file.Path), StringComparer.OrdinalIgnoreCase)
        .Select(group => group.MinBy(pair => pair.rank).file);

    private static int Rank(string system, IReadOnlyList<string> names)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (string.Equals(names[i], system, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }

    private static string Family()
    {
        if (OperatingSystem.IsWindows())
        {
            return "win";
        }

        if (OperatingSystem.IsMacOS())
        {
            return "osx";
        }

        var own = RuntimeInformation.RuntimeIdentifier;
        return own.Contains("musl", StringComparison.Ordinal) || own.StartsWith("alpine", StringComparison.Ordinal) ? "linux-musl"
            : OperatingSystem.IsFreeBSD() ? "freebsd" : "linux";
    }
}
