using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Tools;

/// <summary>The folder of the repository that the tests were built from.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>The SQL that makes an example's database before Cairn comes to it; MySQL and MariaDB share one. The file may not be there.</summary>
    public static string Shop(string example, string engine) =>
        Path.Combine(Root, "examples", example, $"chinook.{(engine == EngineNames.MariaDb ? EngineNames.MySql : engine)}.sql");

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
