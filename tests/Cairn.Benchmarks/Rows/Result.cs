using Cairn.Benchmarks.Measurements;

namespace Cairn.Benchmarks.Rows;

/// <summary>What one entrant made of a row: medians, or the reason why there are none.</summary>
internal sealed record Result(Row Row, string Entrant, Medians? Medians, string? WhyNot);
