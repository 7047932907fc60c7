using Cairn.Runtime.Drills.Rows;
using Cairn.Schema.Snapshots;

namespace Cairn.Runtime.Drills.Rehearsals;

/// <summary>All of a copy at one moment.</summary>
/// <param name="Structure">Its structure.</param>
/// <param name="Contents">What its tables hold, as hashes.</param>
/// <param name="Storage">Where each table's rows are.</param>
internal sealed record DrillState(SchemaSnapshot Structure, IReadOnlyDictionary<string, TableContent> Contents, TableStorage Storage)
{
    /// <summary>The columns that were left out.</summary>
    public required IReadOnlyCollection<string> LeftOut { get; init; }
}
