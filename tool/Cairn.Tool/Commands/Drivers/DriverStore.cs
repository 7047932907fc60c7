namespace Cairn.Tool.Commands.Drivers;

/// <summary>The drivers that <c>driver:add</c> fetched: a folder of the user's, with one folder per package and version.</summary>
internal static class DriverStore
{
    /// <summary>As <c>~/.local/share/cairn/drivers</c>.</summary>
    public static string Root { get; } = Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } folder
            ? folder
            : Path.GetTempPath(),
        "cairn",
        "drivers");

    /// <summary>The folder of a package's version.</summary>
    public static string FolderOf(string package, string version) => Path.Combine(Root, package.ToLowerInvariant(), version.ToLowerInvariant());

    /// <summary>The folder of each package's newest version.</summary>
    public static IReadOnlyList<string> Folders() => !Directory.Exists(Root)
        ? []
        : [.. Directory.EnumerateDirectories(Root).Order(StringComparer.Ordinal).Select(Newest).OfType<string>()];

    /// <summary>The newest of folders that are named by versions; a released one before any that is not.</summary>
    public static string? Newest(string folder) => Directory.EnumerateDirectories(folder)
        .Select(path => (path, name: Path.GetFileName(path)))
        .Where(entry => Version.TryParse(Numbers(entry.name), out _))
        .OrderBy(entry => !entry.name.Contains('-', StringComparison.Ordinal))
        .ThenBy(entry => Version.Parse(Numbers(entry.name)))
        .ThenBy(entry => entry.name, StringComparer.Ordinal)
        .Select(entry => entry.path)
        .LastOrDefault();

    private static string Numbers(string version) => version.Split('-', '+')[0];
}
