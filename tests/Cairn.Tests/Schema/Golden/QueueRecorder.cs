using Cairn.Schema.Building;
using Cairn.Schema.Inspection;
using Cairn.Schema.Operations;

namespace Cairn.Tests.Schema.Golden;

/// <summary>A recorder that only gathers.</summary>
public sealed class QueueRecorder(Client client, ICatalogue catalogue) : ISchemaRecorder
{
    private readonly List<RecordedOperation> recorded = [];

    public Client Client => client;

    public ICatalogue Catalogue => catalogue;

    public IReadOnlyList<SchemaOperation> Operations => [.. recorded.Select(entry => entry.Operation)];

    public int Flushes { get; private set; }

    public static IReadOnlyList<SchemaOperation> Gather(Client client, Action<SchemaBuilder>? say)
    {
        var recorder = new QueueRecorder(client, new MemoryCatalogue());
        say?.Invoke(new SchemaBuilder(recorder));
        return recorder.Operations;
    }

    public RecordedOperation Add(SchemaOperation operation)
    {
        var entry = new RecordedOperation(operation);
        recorded.Add(entry);
        return entry;
    }

    public Task FlushAsync(CancellationToken cancellationToken)
    {
        Flushes++;
        return Task.CompletedTask;
    }
}
