namespace Cairn.Runtime.Adoptions.Systems;

/// <summary>What the other tool holds as applied.</summary>
/// <param name="Text">As it is recorded, for people.</param>
/// <param name="Version">The version; null where it has none.</param>
/// <param name="Name">The description; null where it has none.</param>
/// <param name="AppliedAt">When it was applied (UTC); null where the tool does not say.</param>
internal sealed record OtherRow(string Text, string? Version, string? Name, DateTimeOffset? AppliedAt);

/// <summary>What the other tool's table says.</summary>
/// <param name="Applied">What is applied, in the order in which it was.</param>
internal sealed record OtherHistory(IReadOnlyList<OtherRow> Applied)
{
    /// <summary>Rows that are no applied migration, and why.</summary>
    public IReadOnlyList<(string Text, string Why)> Left { get; init; } = [];

    /// <summary>Rows that say that a migration failed and was not mended.</summary>
    public IReadOnlyList<string> Failed { get; init; } = [];

    /// <summary>All up to this version count as applied without rows of their own; null where there is no such thing.</summary>
    public OtherRow? Baseline { get; init; }
}
