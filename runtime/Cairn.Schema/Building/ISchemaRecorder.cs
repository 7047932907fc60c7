using Cairn.Schema.Inspection;
using Cairn.Schema.Operations;

namespace Cairn.Schema.Building;

/// <summary>Where the builder's operations go: a queue that keeps their written order and runs when something needs it.</summary>
public interface ISchemaRecorder
{
    /// <summary>The database the operations are for.</summary>
    Client Client { get; }

    /// <summary>What the database has; asking runs the queue first.</summary>
    ICatalogue Catalogue { get; }

    /// <summary>Adds an operation to the queue.</summary>
    RecordedOperation Add(SchemaOperation operation);

    /// <summary>Runs what is queued.</summary>
    Task FlushAsync(CancellationToken cancellationToken);
}

/// <summary>An operation in the queue; it can be completed until it runs.</summary>
/// <param name="operation">The operation.</param>
public sealed class RecordedOperation(SchemaOperation operation)
{
    /// <summary>The operation as it stands.</summary>
    public SchemaOperation Operation { get; set; } = operation;

    /// <summary>How many rows it changed, once it ran; -1 where the database does not say.</summary>
    public int Affected { get; set; } = -1;
}
