using BenchmarkDotNet.Attributes;
using Cairn.Benchmarks.Histories;
using Cairn.Schema.Snapshots;

namespace Cairn.Benchmarks.Parts;

/// <summary>One hash of a structure of many tables.</summary>
[MemoryDiagnoser]
public class FingerprintBenchmarks
{
    private static readonly string[] Columns = ["id", "previous_id", "name", "email", "total", "quantity", "active", "note"];
    private SchemaSnapshot snapshot = null!;

    [Params(100, 1_000)]
    public int Tables { get; set; } = 100;

    [GlobalSetup]
    public void Gather() => snapshot = new SchemaSnapshot(Client.Postgres, [.. Enumerable.Range(1, Tables).Select(Table)]);

    [Benchmark]
    public string Of() => Fingerprint.Of(snapshot);

    private static SnapshotObject Table(int number) => new(ObjectKind.Table, History.Table(number))
    {
        Children = [.. Columns.Select(column => new SnapshotObject(ObjectKind.Column, column) { Facts = [new Fact(FactNames.Type, "text"), new Fact(FactNames.Nullable, "yes")] })],
    };
}
