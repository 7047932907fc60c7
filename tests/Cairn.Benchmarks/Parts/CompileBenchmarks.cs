using BenchmarkDotNet.Attributes;
using Cairn.Scripting.Caching;
using Cairn.Scripting.Compiling;
using Cairn.Scripting.Sources;

namespace Cairn.Benchmarks.Parts;

/// <summary>All scripts in one compilation: cold, and from the cache.</summary>
[MemoryDiagnoser]
public class CompileBenchmarks
{
    private readonly string folder = Directory.CreateTempSubdirectory("cairn-bench-").FullName;
    private IReadOnlyList<ScriptSource> sources = [];
    private ScriptCompiler warm = null!;

    [Params(10, 100)]
    public int Scripts { get; set; } = 10;

    [GlobalSetup]
    public async Task ReadAsync()
    {
        var reader = new ScriptReader();
        var read = new List<ScriptSource>();
        for (var number = 1; number <= Scripts; number++)
        {
            read.Add(reader.Read(Samples.Descriptor(number)));
        }

        sources = read;
        warm = new ScriptCompiler(new CompileCache(folder));
        warm.Compile(sources, CancellationToken.None);
    }

    [GlobalCleanup]
    public void Delete() => Directory.Delete(folder, recursive: true);

    [Benchmark]
    public object Cold() => new ScriptCompiler(CompileCache.None).Compile(sources, CancellationToken.None);

    [Benchmark]
    public object Warm() => warm.Compile(sources, CancellationToken.None);
}
