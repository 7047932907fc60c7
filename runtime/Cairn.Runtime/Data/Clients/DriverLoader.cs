using System.Data.Common;
using System.Reflection;
using System.Runtime.Loader;

namespace Cairn.Runtime.Data.Clients;

/// <summary>Finds a driver's factory by name: in the application, then in the given folders.</summary>
public static class DriverLoader
{
    /// <summary>The factory of the first driver that can be had.</summary>
    /// <param name="client">Whose driver.</param>
    /// <param name="folders">Further folders to look in.</param>
    /// <exception cref="CairnException">None was found (CAIRN8001), or one was found and does not load (CAIRN8002).</exception>
    public static DbProviderFactory Load(DatabaseClient client, IReadOnlyList<string> folders)
    {
        foreach (var name in client.FactoryNames)
        {
            if (FindType(name, folders) is { } type)
            {
                return Instance(type);
            }
        }

        throw new CairnException(
            ErrorCodes.DriverMissing,
            $"No ADO.NET driver for {client.Client} was found (looked for {string.Join("; ", client.FactoryNames)}).")
        {
            Fix = $"dotnet cairn driver:add {client.DriverPackage}, or put {client.DriverPackage}.dll and what it needs into the extensions folder's drivers/.",
        };
    }

    private static Type? FindType(string qualifiedName, IReadOnlyList<string> folders)
    {
        var comma = qualifiedName.IndexOf(',', StringComparison.Ordinal);
        var (typeName, assemblyName) = (qualifiedName[..comma], qualifiedName[(comma + 1)..].Trim());
        try
        {
            return Assembly.Load(assemblyName).GetType(typeName);
        }
        catch (FileNotFoundException)
        {
            var path = folders.Select(folder => Path.Combine(folder, assemblyName + ".dll")).FirstOrDefault(File.Exists);
            return path is null ? null : LoadFrom(path).GetType(typeName);
        }
    }

    private static Assembly LoadFrom(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            Path.Combine(folder, name.Name + ".dll") is var dependency && File.Exists(dependency) ? context.LoadFromAssemblyPath(dependency) : null;
        try
        {
            return AssemblyLoadContext.Default.LoadFromAssemblyPath(path);
        }
        catch (Exception exception) when (exception is BadImageFormatException or FileLoadException)
        {
            throw new CairnException(ErrorCodes.DriverBroken, $"The driver {path} does not load: {exception.Message}", exception)
            {
                File = path,
                Fix = "Put a build of the driver for .NET (net8.0 or newer, or netstandard2.0) there.",
            };
        }
    }

    private static DbProviderFactory Instance(Type type)
    {
        var field = type.GetField("Instance", BindingFlags.Public | BindingFlags.Static);
        return field?.GetValue(null) as DbProviderFactory
            ?? throw new CairnException(ErrorCodes.DriverBroken, $"{type.FullName} has no Instance of DbProviderFactory.")
            {
                Fix = "Use a released version of the driver.",
            };
    }
}
