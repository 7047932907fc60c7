using Cairn.Tool.Settings.Files;

namespace Cairn.Tool.Settings;

/// <summary>All places that a setting may come from, and the rule which one wins.</summary>
/// <param name="Options">What the command line gave, by setting.</param>
/// <param name="Host">The environment variables and the working folder.</param>
internal sealed record SettingSources(IReadOnlyDictionary<SettingDefinition, IReadOnlyList<string>> Options, ToolHost Host)
{
    /// <summary>The settings file, once it was found.</summary>
    public ConfigFile? File { get; init; }

    /// <summary>The selected environment, once it is known.</summary>
    public string? Environment { get; init; }

    /// <summary>Option, then environment variable, then the environment's section, then the top level, then the default.</summary>
    public ResolvedSetting Resolve(SettingDefinition setting)
    {
        if (Options.TryGetValue(setting, out var given) && given.Count > 0)
        {
            return new ResolvedSetting(setting, given, Origin(OriginLevel.Option, "option " + setting.LongOption));
        }

        foreach (var name in setting.Variables)
        {
            if (Host.Variable(name) is { Length: > 0 } value)
            {
                return new ResolvedSetting(setting, [value], Origin(OriginLevel.Variable, "environment variable " + name));
            }
        }

        return FromFile(setting)
            ?? new ResolvedSetting(setting, setting.Default is null ? [] : [setting.Default], Origin(OriginLevel.Default, "default"));
    }

    /// <summary>The value of a setting in a file, with its variables put in.</summary>
    public ResolvedSetting Expand(ResolvedSetting setting) => setting.Origin.File is null
        ? setting
        : setting with { Values = setting.Values.Select(value => Expand(value, setting)).ToList() };

    /// <summary>The texts of a map, the environment's over those of the top level; each with the origin it has.</summary>
    public IReadOnlyList<ResolvedSetting> ResolveMap(SettingDefinition setting)
    {
        if (File is null)
        {
            return [];
        }

        var entries = new Dictionary<string, ResolvedSetting>(StringComparer.Ordinal);
        foreach (var (node, level) in Nodes(setting).Reverse())
        {
            foreach (var entry in node.Entries)
            {
                var named = setting with { Key = $"{setting.Key}.{entry.Key}" };
                entries[entry.Key] = Expand(new ResolvedSetting(named, [entry.Value.Text], FileOrigin(entry.Value, level)));
            }
        }

        return [.. entries.Values];
    }

    private ResolvedSetting? FromFile(SettingDefinition setting)
    {
        if (File is null)
        {
            return null;
        }

        foreach (var (node, level) in Nodes(setting))
        {
            return new ResolvedSetting(setting, node.Kind == ConfigKind.List ? node.Items.Select(item => item.Text).ToList() : [node.Text], FileOrigin(node, level));
        }

        return null;
    }

    private IEnumerable<(ConfigNode Node, OriginLevel Level)> Nodes(SettingDefinition setting)
    {
        if (!setting.InFile || File is null)
        {
            yield break;
        }

        if (Environment is not null && File.Section(Environment)?[setting.Key] is { } inSection)
        {
            yield return (inSection, OriginLevel.Section);
        }

        if (File.Root[setting.Key] is { } atTop)
        {
            yield return (atTop, OriginLevel.File);
        }
    }

    private string Expand(string value, ResolvedSetting setting) =>
        VariableSubstitution.Apply(value, Host.Variable, (code, why) => setting.Wrong(why, "Set the variable, or write the value into the file.", code));

    private SettingOrigin Origin(OriginLevel level, string text) => new(level, text, Host.WorkingFolder);

    private SettingOrigin FileOrigin(ConfigNode node, OriginLevel level) =>
        new(level, level == OriginLevel.Section ? $"{File!.Display}, environment {Environment}" : File!.Display, File.Folder)
        {
            File = File.Display,
            Line = node.Line,
            Column = node.Column,
        };
}
