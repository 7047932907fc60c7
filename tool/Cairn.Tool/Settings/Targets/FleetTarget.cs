using Cairn.Tool.Settings.Connections;

namespace Cairn.Tool.Settings.Targets;

/// <summary>One database of a fleet, as the targets file has it.</summary>
/// <param name="Name">Its name: what is printed, and what decides its shard.</param>
/// <param name="Connection">Where it is.</param>
internal sealed record FleetTarget(string Name, ParsedConnection Connection)
{
    /// <summary>Its tracking table, where it has another than the settings say.</summary>
    public string? Table { get; init; }

    /// <summary>Whether it is marked to run before all others.</summary>
    public bool IsCanary { get; init; }

    /// <summary>Settings for <c>db.Variable</c>, over those of the settings file.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>The line that it begins in.</summary>
    public int Line { get; init; }

    /// <summary>The variables of the settings file, with this target's over them.</summary>
    public IReadOnlyList<ResolvedSetting> VariablesOver(IReadOnlyList<ResolvedSetting> settings)
    {
        var own = Variables.Select(pair => new ResolvedSetting(
            SettingDefinitions.Variables with { Key = $"{SettingDefinitions.Variables.Key}.{pair.Key}" }, [pair.Value], new SettingOrigin(OriginLevel.File, "target " + Name, "")));
        return [.. settings.Concat(own).GroupBy(setting => setting.Definition.Key, StringComparer.Ordinal).Select(group => group.Last())];
    }
}

/// <summary>The databases that a targets file names, in its order.</summary>
/// <param name="Display">The file, as the user would write it.</param>
/// <param name="Targets">The databases.</param>
/// <param name="Warnings">What the user should know of the file.</param>
internal sealed record FleetTargets(string Display, IReadOnlyList<FleetTarget> Targets, IReadOnlyList<string> Warnings);
