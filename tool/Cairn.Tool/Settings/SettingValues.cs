using Cairn.Runtime.Execution;

namespace Cairn.Tool.Settings;

/// <summary>From a setting's text to its value.</summary>
internal static class SettingValues
{
    /// <summary>The value as it is; refuses an empty one.</summary>
    public static string Text(ResolvedSetting setting) => string.IsNullOrWhiteSpace(setting.Value)
        ? throw setting.Wrong("the value is empty.", "Give a value, or leave the setting out.")
        : setting.Value;

    /// <summary>One of the allowed words, in any letter case.</summary>
    public static string? Choice(ResolvedSetting setting)
    {
        if (setting.Value is not { } value)
        {
            return null;
        }

        var allowed = setting.Definition.Allowed;
        return allowed.FirstOrDefault(word => word.Equals(value, StringComparison.OrdinalIgnoreCase))
            ?? throw setting.Wrong($"'{value}' is none of {string.Join(", ", allowed)}.", NearestName.Hint(value, allowed));
    }

    public static CheckPolicy Policy(ResolvedSetting setting) => Choice(setting) switch
    {
        "allow" => CheckPolicy.Allow,
        "refuse" => CheckPolicy.Refuse,
        _ => CheckPolicy.Warn,
    };

    /// <summary>A duration; null for <c>none</c>.</summary>
    public static TimeSpan? OptionalDuration(ResolvedSetting setting) =>
        "none".Equals(setting.Value, StringComparison.OrdinalIgnoreCase) ? null : Duration(setting);

    public static TimeSpan Duration(ResolvedSetting setting) => Runtime.Duration.TryParse(setting.Value, out var duration)
        ? duration
        : throw setting.Wrong($"'{setting.Value}' is no duration.", "Write a number and its unit: 500ms, 30s, 5m, 1h.");
}
