namespace Cairn.Tool.Settings.Files;

internal enum ConfigKind
{
    Text,
    Number,
    Boolean,
    Null,
    List,
    Section,
}

/// <summary>A value in a settings file, with its place.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text, where it is a single value.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
internal sealed record ConfigNode(ConfigKind Kind, string Text, int Line, int Column)
{
    /// <summary>The items of a list.</summary>
    public IReadOnlyList<ConfigNode> Items { get; init; } = [];

    /// <summary>The entries of a section, in their order.</summary>
    public IReadOnlyList<ConfigEntry> Entries { get; init; } = [];

    public ConfigNode? this[string key] => Entries.FirstOrDefault(entry => entry.Key == key)?.Value;
}

/// <summary>One key of a section and its value.</summary>
internal sealed record ConfigEntry(string Key, int Line, int Column, ConfigNode Value);
