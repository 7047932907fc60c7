using Cairn.Schema;
using Cairn.Schema.Building;
using Cairn.Schema.Inspection;
using Cairn.Schema.Operations;

namespace Cairn.Benchmarks.Parts;

/// <summary>Gathers what is said to a builder; there is no database.</summary>
internal sealed class Recorder : ISchemaRecorder, ICatalogue
{
    public Client Client => Client.Postgres;

    public ICatalogue Catalogue => this;

    public List<SchemaOperation> Operations { get; } = [];

    public RecordedOperation Add(SchemaOperation operation)
    {
        Operations.Add(operation);
        return new RecordedOperation(operation);
    }

    public Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask<TableModel?> FindTableAsync(TableName name, CancellationToken cancellationToken) => ValueTask.FromResult<TableModel?>(null);

    public ValueTask<IReadOnlyList<TableModel>> ListTablesAsync(string? schema, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<TableModel>>([]);

    public ValueTask<IReadOnlyList<CatalogueRow>> ReadAsync(string sql, IReadOnlyList<object?> arguments, CancellationToken cancellationToken) =>
        throw new NotSupportedException("There is no database.");
}
