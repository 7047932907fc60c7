using System.Reflection;
using System.Runtime.Loader;
using Cairn.Scripting.Caching;
using Xunit;

namespace Cairn.Tests.Scripting;

/// <summary>Runs in a load context of its own, as a new process would: only what is needed is loaded there.</summary>
public sealed class WarmStartTests : IDisposable
{
    private readonly ScriptFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_warm_cache_loads_no_compiler()
    {
        folder.Write("lib/h.csx", "#r \"System.Xml.Linq\"\nint F() => 7;");
        folder.Write("20260301A-x.csx", "#load \"lib/h.csx\"\nvoid Up(Db db) => SEEN(F());\nvoid Down(Db db) { }");
        folder.Write("20260301B-y.csx", "class Y : Migration { public override void Up() { } [Timeout(\"1s\")] public override void Down() { } }");
        Assert.Contains("Microsoft.CodeAnalysis.CSharp", LoadedBy(nameof(LoadAndRun)));
        Assert.Equal(7, folder.Seen);
        AppContext.SetData(folder.Key, null);
        var warm = LoadedBy(nameof(LoadAndRun));
        Assert.Contains("Cairn.Scripting", warm);
        Assert.DoesNotContain(warm, name => name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal));
        Assert.Equal(7, folder.Seen);
    }

    /// <summary>Called in the other context.</summary>
    internal static void LoadAndRun(string path, string cache)
    {
        using var other = new ScriptFolder();
        var scripts = Directory.GetFiles(path, "*.csx").Order(StringComparer.Ordinal)
            .Select(file => other.Describe(Path.GetFileName(file)) with { FilePath = file }).ToArray();
        var result = ScriptFolder.Csx(new CompileCache(cache)).LoadAsync(scripts, default).GetAwaiter().GetResult();
        Assert.Empty(result.Errors);
        Assert.Equal(2, result.Migrations.Count);
        result.Migrations[0].Up(null!, default).GetAwaiter().GetResult();
    }

    private List<string> LoadedBy(string method)
    {
        var context = new OwnCopies();
        var type = context.LoadFromAssemblyPath(typeof(WarmStartTests).Assembly.Location).GetType(typeof(WarmStartTests).FullName!)!;
        type.GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!.Invoke(null, [folder.Path, folder.File("cache")]);
        return [.. context.Assemblies.Select(assembly => assembly.GetName().Name!)];
    }

    // All that lies beside the tests is loaded anew, so that what other tests have loaded does not count.
    private sealed class OwnCopies() : AssemblyLoadContext("own copies")
    {
        protected override Assembly? Load(AssemblyName assemblyName)
        {
            var path = Path.Combine(AppContext.BaseDirectory, assemblyName.Name + ".dll");
            return File.Exists(path) && !assemblyName.Name!.StartsWith("xunit", StringComparison.Ordinal) ? LoadFromAssemblyPath(path) : null;
        }
    }
}
