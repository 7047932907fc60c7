using BenchmarkDotNet.Attributes;
using Cairn.Benchmarks.Histories;
using Cairn.Runtime.Migrations;
using Cairn.Runtime.Migrations.Namings;
using Cairn.Runtime.Migrations.Sources;

namespace Cairn.Benchmarks.Parts;

/// <summary>From a folder's file names to the set of migrations.</summary>
[MemoryDiagnoser]
public class SetBenchmarks
{
    private string folder = "";

    [Params(1_000, 10_000)]
    public int Files { get; set; } = 1_000;

    [GlobalSetup]
    public void Write()
    {
        folder = Directory.CreateTempSubdirectory("cairn-bench-").FullName;
        for (var number = 1; number <= Files; number++)
        {
            File.WriteAllText(Path.Combine(folder, History.CairnName(number) + ".csx"), "");
        }
    }

    [GlobalCleanup]
    public void Delete() => Directory.Delete(folder, recursive: true);

    [Benchmark]
    public MigrationSet List() => MigrationSet.From([new FolderSource(folder, "migrations")], MigrationNamings.Default);
}
