using Cairn.Schema.Operations;

namespace Cairn.Schema.Comparison.Changes;

/// <summary>What makes one structure into another.</summary>
/// <param name="Operations">What to do, in order.</param>
/// <param name="Losses">What is lost on the way, where there are rows.</param>
public sealed record ChangePlan(IReadOnlyList<SchemaOperation> Operations, IReadOnlyList<DataLoss> Losses)
{
    /// <summary>How many of the operations come before rows that belong to new tables: these are there then, and their foreign keys and triggers are not yet (on SQLite foreign keys are part of a table).</summary>
    public int BeforeRows { get; init; }
}

/// <summary>Data that a change loses.</summary>
/// <param name="Name">The object: <c>column orders.note</c>.</param>
/// <param name="What">What becomes of it: <c>is dropped</c>.</param>
/// <param name="Table">The table whose rows are concerned: where it has none, nothing is lost. Null where it is no matter of rows.</param>
public sealed record DataLoss(string Name, string What, TableName? Table)
{
    /// <summary>The loss in a sentence.</summary>
    public override string ToString() => $"{Name} {What}";
}
