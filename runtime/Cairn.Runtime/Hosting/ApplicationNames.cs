using System.Reflection;

namespace Cairn.Runtime.Hosting;

/// <summary>Who a run is recorded by, where the application does not say.</summary>
internal static class ApplicationNames
{
    /// <summary><c>Shop 2.1.0</c>, as the program's assembly has it, in at most 100 letters.</summary>
    public static string Find()
    {
        var program = Assembly.GetEntryAssembly();
        var version = program?.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0];
        var name = $"{program?.GetName().Name ?? "host"} {version}".TrimEnd();
        return name.Length > 100 ? name[..100] : name;
    }
}
