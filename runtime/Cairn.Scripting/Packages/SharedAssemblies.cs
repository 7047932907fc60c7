using Cairn.Scripting.Compiling;

namespace Cairn.Scripting.Packages;

/// <summary>
/// Assemblies that there may be only once, whatever a package brings: .NET's own, Cairn's, and those whose types a script has from <c>db</c>. Everything else that the tool
/// happens to have is no concern of a script's: there the package's is taken.
/// </summary>
internal static class SharedAssemblies
{
    private static readonly string[] Names = ["Cairn", "SqlKata", "Dapper", "Npgsql", "MySqlConnector", "Microsoft.Data.Sqlite", "SQLitePCLRaw", "Microsoft.Extensions"];

    private static readonly string? Framework = Path.GetDirectoryName(typeof(object).Assembly.Location);

    /// <summary>The path of the one in use; null where the package's is to be taken.</summary>
    public static string? Find(string name) =>
        PlatformAssemblies.Find(name) is { } path
        && (Path.GetDirectoryName(path) == Framework
            || Names.Any(own => name.Equals(own, StringComparison.OrdinalIgnoreCase) || name.StartsWith(own + ".", StringComparison.OrdinalIgnoreCase)))
            ? path
            : null;
}
