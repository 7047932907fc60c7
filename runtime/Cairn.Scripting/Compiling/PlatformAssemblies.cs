using System.Security.Cryptography;
using System.Text;
using Cairn.Runtime;

namespace Cairn.Scripting.Compiling;

/// <summary>The assemblies of the framework and of the tool that scripts may use; nothing here needs the compiler.</summary>
internal static class PlatformAssemblies
{
    // Few references make a fast compilation; a script that needs more gets all in a second try.
    private static readonly string[] FixedNames =
    [
        "System.Private.CoreLib", "System.Runtime", "System.Runtime.Extensions", "netstandard", "mscorlib", "System.Collections", "System.Collections.Concurrent",
        "System.Collections.Immutable", "System.Linq", "System.Linq.Expressions", "System.Linq.Queryable", "System.Linq.AsyncEnumerable", "System.Console", "System.ComponentModel",
        "System.ComponentModel.Primitives", "System.ComponentModel.TypeConverter", "System.Data.Common", "System.Memory", "System.Net.Primitives",
        "System.ObjectModel", "System.Private.Uri", "System.Security.Cryptography", "System.Text.Json", "System.Text.RegularExpressions",
        "System.Threading", "System.Threading.Tasks", "System.Transactions.Local", "Microsoft.CSharp",
    ];

    private static readonly string[] OwnNames = ["Cairn.Schema", "Cairn.Runtime", "SqlKata", "SqlKata.Execution", "Dapper"];

    private static readonly Lazy<Dictionary<string, string>> Known = new(Read);

    private static readonly Lazy<string> Hash = new(MakeIdentity);

    /// <summary>The paths of the fixed list.</summary>
    public static IEnumerable<string> Fixed => FixedNames.Concat(OwnNames).Select(Find).OfType<string>();

    /// <summary>The paths of everything at hand.</summary>
    public static IReadOnlyCollection<string> All => Known.Value.Values;

    /// <summary>The hash of what compiled scripts depend on: another version of the framework or the tool gives another one.</summary>
    public static string Identity => Hash.Value;

    /// <summary>The path of an assembly by its simple name; null where there is none.</summary>
    public static string? Find(string name) => Known.Value.GetValueOrDefault(name);

    private static Dictionary<string, string> Read()
    {
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var list = AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "";
        foreach (var path in list.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            if (path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
            {
                found.TryAdd(Path.GetFileNameWithoutExtension(path), path);
            }
        }

        return found;
    }

    private static string MakeIdentity()
    {
        var text = new StringBuilder();
        text.Append(Environment.Version).Append(' ').Append(typeof(object).Module.ModuleVersionId).Append('\n');
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location);
        string[] paths = [.. All];
        Array.Sort(paths, StringComparer.Ordinal);
        foreach (var path in paths)
        {
            // The framework changes as one. The tool's other assemblies matter only where a script names them: their size will do.
            var name = Path.GetFileNameWithoutExtension(path);
            if (OwnNames.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                text.Append(name).Append(' ').Append(Head(path)).Append('\n');
            }
            else if (Path.GetDirectoryName(path) != framework)
            {
                text.Append(name).Append(' ').Append(new FileInfo(path).Length).Append('\n');
            }
        }

        // The compiler's own version, known without loading it.
        foreach (var reference in typeof(PlatformAssemblies).Assembly.GetReferencedAssemblies().Where(name => name.Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)))
        {
            text.Append(reference.Name).Append(' ').Append(reference.Version).Append('\n');
        }

        text.Append(typeof(PlatformAssemblies).Module.ModuleVersionId);
        return HexText.Of(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    // A build that can be repeated has the hash of what was built where others have the time; to read more would cost more at every start.
    private static string Head(string path)
    {
        using var file = File.OpenHandle(path);
        Span<byte> head = stackalloc byte[512];
        var length = RandomAccess.Read(file, head, 0);
        return $"{RandomAccess.GetLength(file)} {HexText.Of(head[..length])}";
    }
}
