using System.Reflection;
using System.Runtime.Loader;

namespace Cairn.Runtime.Data.Clients;

/// <summary>Loads a driver's assembly, and what it needs from the folder that it lies in.</summary>
internal static class DriverAssemblies
{
    private static readonly HashSet<string> Folders = new(StringComparer.Ordinal);

    /// <summary>The application's own, or the first file of that name; null where there is none.</summary>
    /// <exception cref="CairnException">A file is there, and does not load (CAIRN8002).</exception>
    public static Assembly? Find(string name, IReadOnlyList<string> folders)
    {
        try
        {
            return Assembly.Load(name);
        }
        catch (FileNotFoundException)
        {
            var path = folders.Select(folder => Path.Combine(folder, name + ".dll")).FirstOrDefault(File.Exists);
            return path is null ? null : LoadFrom(Path.GetFullPath(path));
        }
    }

    /// <summary>The package's version where the assembly says it, without the commit; otherwise the assembly's.</summary>
    public static string VersionOf(Assembly assembly) =>
        (assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+', ' ')[0]) is { Length: > 0 } version
            ? version
            : assembly.GetName().Version?.ToString() ?? "";

    /// <summary>What is wrong, below what reflection and type initialisers wrap it in.</summary>
    public static Exception Cause(Exception exception) =>
        exception is TypeInitializationException or TargetInvocationException && exception.InnerException is { } inner ? Cause(inner) : exception;

    private static Assembly LoadFrom(string path)
    {
        lock (Folders)
        {
            if (Folders.Add(Path.GetDirectoryName(path)!))
            {
                var folder = Path.GetDirectoryName(path)!;
                AssemblyLoadContext.Default.Resolving += (context, name) =>
                    Path.Combine(folder, name.Name + ".dll") is var dependency && File.Exists(dependency) ? context.LoadFromAssemblyPath(dependency) : null;
            }
        }

        try
        {
            return AssemblyLoadContext.Default.LoadFromAssemblyPath(path);
        }
        catch (Exception exception) when (exception is BadImageFormatException or FileLoadException)
        {
            throw new CairnException(ErrorCodes.DriverBroken, $"The driver does not load: {exception.Message}", exception)
            {
                File = path,
                Fix = "Put a build of the driver for .NET (net8.0 or newer, or netstandard2.0) there.",
                DatabaseState = "Nothing was run.",
            };
        }
    }
}
