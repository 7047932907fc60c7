namespace Cairn.Schema.Comparison;

/// <summary>A fact that is not the same.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Before">Its value before; null where it had none.</param>
/// <param name="After">Its value after; null where it has none.</param>
public sealed record FactDifference(string Name, string? Before, string? After)
{
    /// <summary>What changed, in words: <c>default 'new' became none</c>.</summary>
    public string Describe() => $"{Name} {Before ?? "none"} became {After ?? "none"}";
}
