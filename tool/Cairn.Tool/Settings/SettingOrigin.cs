namespace Cairn.Tool.Settings;

/// <summary>Where settings come from, the strongest first.</summary>
internal enum OriginLevel
{
    Option,
    Variable,
    Section,
    File,
    Default,
}

/// <summary>Where one setting's value came from.</summary>
/// <param name="Level">Which kind of place.</param>
/// <param name="Text">For people: <c>option --table</c>, <c>cairn.json, environment production</c>.</param>
/// <param name="Folder">What a relative path in the value is relative to.</param>
internal sealed record SettingOrigin(OriginLevel Level, string Text, string Folder)
{
    /// <summary>The file, where it is from one, as the user would write it.</summary>
    public string? File { get; init; }

    public int? Line { get; init; }

    public int? Column { get; init; }
}

/// <summary>A setting's effective value as text, and where it came from.</summary>
internal sealed record ResolvedSetting(SettingDefinition Definition, IReadOnlyList<string> Values, SettingOrigin Origin)
{
    /// <summary>The value, or null where nothing gives one.</summary>
    public string? Value => Values.Count > 0 ? Values[0] : null;

    /// <summary>An error about this value that names the place it came from.</summary>
    public CairnException Wrong(string why, string fix, string code = ErrorCodes.SettingInvalid) =>
        new(code, $"{Definition.Key} ({Origin.Text}): {why}")
        {
            Fix = fix,
            File = Origin.File,
            Line = Origin.Line,
            Column = Origin.Column,
        };
}
