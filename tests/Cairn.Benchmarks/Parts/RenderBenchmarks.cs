using BenchmarkDotNet.Attributes;
using Cairn.Schema.Building;
using Cairn.Schema.Dialects.MariaDb;
using Cairn.Schema.Dialects.Postgres;
using Cairn.Schema.Dialects.Sqlite;

namespace Cairn.Benchmarks.Parts;

/// <summary>From the words of a script to statements: one table, as in the history of the other benchmarks.</summary>
[MemoryDiagnoser]
public class RenderBenchmarks
{
    private readonly Recorder catalogue = new();
    private readonly Cairn.Schema.Dialects.Dialect[] dialects = [new SqliteDialect(), new PostgresDialect(), new MariaDbDialect()];

    [Params(0, 1, 2)]
    public int Dialect { get; set; }

    [Benchmark]
    public async Task<int> Render()
    {
        var recorder = new Recorder();
        _ = new SchemaBuilder(recorder).CreateTable("orders", table =>
        {
            table.Increments("id");
            table.Integer("previous_id").Nullable();
            table.String("name", 100).NotNull();
            table.String("email", 200).Nullable();
            table.Decimal("total", 10, 2).NotNull().Default(0);
            table.Integer("quantity").NotNull().Default(1);
            table.Boolean("active").NotNull().Default(value: true);
            table.Text("note").Nullable();
            table.Index("name");
            table.Foreign("previous_id").References("orders_before", "id");
        });
        var count = 0;
        foreach (var operation in recorder.Operations)
        {
            count += (await dialects[Dialect].RenderAsync(operation, catalogue, CancellationToken.None)).Statements.Count;
        }

        return count;
    }
}
