using Cairn.Runtime.Drills.Rehearsals;

namespace Cairn.Runtime.Squashes.Trials;

/// <summary>What the old migrations made.</summary>
/// <param name="Empty">What there was before them.</param>
/// <param name="State">What there was after them.</param>
/// <param name="Rows">The rows, as statements.</param>
/// <param name="Counters">How far sequences have counted, as statements.</param>
internal sealed record OldWay(DrillState Empty, DrillState State, IReadOnlyList<string> Rows, IReadOnlyList<string> Counters);
