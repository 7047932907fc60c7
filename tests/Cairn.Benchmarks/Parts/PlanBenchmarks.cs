using BenchmarkDotNet.Attributes;
using Cairn.Benchmarks.Histories;
using Cairn.Runtime.Migrations;
using Cairn.Runtime.Migrations.Namings;
using Cairn.Runtime.Planning;

namespace Cairn.Benchmarks.Parts;

/// <summary>Which of many are pending: all but the last are applied.</summary>
[MemoryDiagnoser]
public class PlanBenchmarks
{
    private MigrationSet set = null!;
    private IReadOnlyList<AppliedMigration> rows = [];

    [Params(1_000, 10_000)]
    public int Migrations { get; set; } = 1_000;

    [GlobalSetup]
    public void Gather()
    {
        set = MigrationSet.Of(Enumerable.Range(1, Migrations).Select(Descriptor), MigrationNamings.Default);
        rows = [.. Enumerable.Range(1, Migrations - 1).Select(number => new AppliedMigration(new MigrationVersion(History.CairnVersion(number)), "Create Orders", DateTimeOffset.UnixEpoch))];
    }

    [Benchmark]
    public Plan Latest() => Planner.Latest(new Standing(set, new HistoryState(rows)), new PlanPolicies());

    private static MigrationDescriptor Descriptor(int number) => Samples.Descriptor(number);
}
