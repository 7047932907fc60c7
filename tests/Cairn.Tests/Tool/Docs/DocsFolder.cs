namespace Cairn.Tests.Tool.Docs;

/// <summary>The repository's docs, found upward from the test's assembly.</summary>
internal static class DocsFolder
{
    /// <summary>Whether generated parts are to be written and not compared: <c>CAIRN_DOCS=write</c>.</summary>
    public static bool Writes => Environment.GetEnvironmentVariable("CAIRN_DOCS") == "write";

    public static string File(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "Tool.sln")))
            {
                return Path.Combine(folder.FullName, "docs", name);
            }
        }

        throw new InvalidOperationException("The repository was not found.");
    }
}
