using System.Runtime.CompilerServices;

namespace Cairn.Tool.Settings;

/// <summary>What a setting's value looks like in <c>cairn.json</c>.</summary>
internal enum SettingShape
{
    Text,
    TextOrList,
    Boolean,
    TextMap,
}

/// <summary>One setting: what it is called in each place.</summary>
/// <param name="Key">Its key in <c>cairn.json</c>, and its name in messages.</param>
/// <param name="Description">One line for the help.</param>
internal sealed record SettingDefinition(string Key, string Description)
{
    /// <summary>The option's template for the command line, or null where there is none.</summary>
    public string? Option { get; init; }

    /// <summary>The environment variables, the strongest first.</summary>
    public IReadOnlyList<string> Variables { get; init; } = [];

    /// <summary>The value where nothing gives one; null for none.</summary>
    public string? Default { get; init; }

    /// <summary>The only values allowed; empty means any.</summary>
    public IReadOnlyList<string> Allowed { get; init; } = [];

    public SettingShape Shape { get; init; }

    /// <summary>Whether it may stand in <c>cairn.json</c>.</summary>
    public bool InFile { get; init; } = true;

    /// <summary>The option's long name: <c>--lock-timeout</c>.</summary>
    public string? LongOption => Option?.Split(['|', ' ']).First(part => part.StartsWith("--", StringComparison.Ordinal));

    // There is one of each, and it is looked up often: comparing all their texts would be waste.
    public bool Equals(SettingDefinition? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
