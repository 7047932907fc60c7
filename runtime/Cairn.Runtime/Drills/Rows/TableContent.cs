namespace Cairn.Runtime.Drills.Rows;

/// <summary>What a table held at one moment, as hashes in which the order of rows does not matter.</summary>
/// <param name="Selection">What was read.</param>
/// <param name="Rows">How many rows it had.</param>
/// <param name="Whole">The hash of whole rows.</param>
/// <param name="Columns">The hash of each column.</param>
internal sealed record TableContent(TableSelection Selection, long Rows, UInt128 Whole, IReadOnlyDictionary<string, UInt128> Columns);
