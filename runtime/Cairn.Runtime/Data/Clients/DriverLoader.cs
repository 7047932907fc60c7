using System.Data.Common;
using System.Reflection;
using Cairn.Schema.Dialects;

namespace Cairn.Runtime.Data.Clients;

/// <summary>A driver that was loaded.</summary>
/// <param name="Factory">What makes its connections.</param>
/// <param name="Name">The assembly's name: <c>Npgsql</c>.</param>
/// <param name="Version">The assembly's version, as its package has it where it says so.</param>
/// <param name="Path">The file that it was loaded from.</param>
public sealed record FoundDriver(DbProviderFactory Factory, string Name, string Version, string Path);

/// <summary>Finds a driver's factory by name: in the application, then in the given folders.</summary>
public static class DriverLoader
{
    /// <summary>The factory of the first driver that can be had.</summary>
    /// <param name="client">Whose driver.</param>
    /// <param name="folders">Further folders to look in.</param>
    /// <exception cref="CairnException">None was found (CAIRN8001), or one was found and does not load (CAIRN8002).</exception>
    public static DbProviderFactory Load(DatabaseClient client, IReadOnlyList<string> folders) => FindFactory(client, folders).Factory;

    /// <summary>The first driver that can be had: each name is looked for everywhere before the next one is.</summary>
    /// <param name="client">Whose driver.</param>
    /// <param name="folders">Further folders to look in.</param>
    /// <exception cref="CairnException">None was found (CAIRN8001), or one was found and does not load (CAIRN8002).</exception>
    public static FoundDriver Find(DatabaseClient client, IReadOnlyList<string> folders)
    {
        var (name, assembly, factory) = FindFactory(client, folders);
        return new FoundDriver(factory, name, DriverAssemblies.VersionOf(assembly), assembly.Location);
    }

    private static (string Name, Assembly Assembly, DbProviderFactory Factory) FindFactory(DatabaseClient client, IReadOnlyList<string> folders)
    {
        foreach (var name in client.FactoryNames)
        {
            // By its full name: going through all types of an assembly would ask for every package that it could ever need.
            if (DriverAssemblies.Find(AssemblyName(name), folders) is { } assembly && Factory(assembly, TypeName(name)) is { } factory)
            {
                return (AssemblyName(name), assembly, factory);
            }
        }

        throw new CairnException(
            ErrorCodes.DriverMissing,
            $"No ADO.NET driver for {Refusal.DisplayName(client.Client)} was found (looked for {string.Join(" and ", client.FactoryNames.Select(AssemblyName))}).")
        {
            Fix = $"dotnet cairn driver:add {client.DriverPackage}, or put {client.DriverPackage}.dll and what it needs into the extensions folder's drivers/.",
        };
    }

    /// <summary>The assemblies' names, the preferred one first.</summary>
    /// <param name="client">Whose drivers.</param>
    public static IReadOnlyList<string> Names(DatabaseClient client) => [.. client.FactoryNames.Select(AssemblyName)];

    private static string TypeName(string factory) => factory[..factory.IndexOf(',', StringComparison.Ordinal)];

    private static string AssemblyName(string factory) => factory[(factory.IndexOf(',', StringComparison.Ordinal) + 1)..].Trim();

    /// <summary>The first connection object asks for the assemblies that the driver cannot do without: one that is missing is told here.</summary>
    private static DbProviderFactory? Factory(Assembly assembly, string typeName)
    {
        try
        {
            if (assembly.GetType(typeName) is not { } type)
            {
                return null;
            }

            var factory = type.GetField("Instance", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) as DbProviderFactory
                ?? throw Broken(assembly, $"{typeName} has no Instance of DbProviderFactory.", "Use a released version of the driver.");
            factory.CreateConnection()?.Dispose();
            return factory;
        }
        catch (Exception exception) when (DriverAssemblies.Cause(exception) is FileNotFoundException { FileName: { } missing })
        {
            var name = missing.Split(',')[0];
            throw Broken(assembly, $"The driver needs {name}, which is not there.", $"Put {name}.dll beside it, or fetch it with all that it needs: dotnet cairn driver:add.", exception);
        }
        catch (Exception exception) when (DriverAssemblies.Cause(exception) is BadImageFormatException or FileLoadException or TypeLoadException)
        {
            throw Broken(assembly, $"The driver cannot be used: {DriverAssemblies.Cause(exception).Message}", "Use a build of the driver for this .NET, with what it needs beside it.", exception);
        }
    }

    private static CairnException Broken(Assembly assembly, string message, string fix, Exception? inner = null) => new(ErrorCodes.DriverBroken, message, inner)
    {
        File = assembly.Location,
        Fix = fix,
        DatabaseState = "Nothing was run.",
    };
}
