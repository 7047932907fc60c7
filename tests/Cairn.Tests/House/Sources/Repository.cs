namespace Cairn.Tests.House.Sources;

/// <summary>The working copy that the tests were built from.</summary>
internal static class Repository
{
    private static readonly string[] Skipped = ["bin", "obj", "artifacts", "TestResults", "node_modules"];

    public static string Root { get; } = Find();

    public static string Full(string relative) => Path.Combine(Root, relative);

    public static string Read(string relative) => File.ReadAllText(Full(relative));

    /// <summary>All files below a folder, as paths relative to the root with forward slashes; without what a build leaves behind.</summary>
    public static IEnumerable<string> Files(string folder, string pattern = "*") => Folders(folder).Prepend(folder)
        .SelectMany(each => Directory.EnumerateFiles(Full(each), pattern))
        .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    /// <summary>All folders below a folder that hold files or folders, relative to the root, without what a build leaves behind.</summary>
    public static IEnumerable<string> Folders(string folder)
    {
        foreach (var child in Directory.EnumerateDirectories(Full(folder)).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(child);
            if (Skipped.Contains(name, StringComparer.Ordinal) || (name.StartsWith('.') && name is not (".config" or ".ci")))
            {
                continue;
            }

            var relative = Path.GetRelativePath(Root, child).Replace('\\', '/');
            var inner = Folders(relative).ToList();
            if (inner.Count > 0 || Directory.EnumerateFiles(child).Any())
            {
                yield return relative;
            }

            foreach (var each in inner)
            {
                yield return each;
            }
        }
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Tool.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests do not lie in the repository.");
    }
}
