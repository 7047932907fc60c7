using Cairn.Tool.Settings.Files;

namespace Cairn.Tool.Settings;

/// <summary>From options, variables and file to the effective settings.</summary>
internal static class SettingsReader
{
    /// <exception cref="CairnException">Something is wrong with a setting (CAIRN70xx).</exception>
    public static ToolSettings Read(IReadOnlyDictionary<SettingDefinition, IReadOnlyList<string>> options, ToolHost host)
    {
        var sources = new SettingSources(options, host);
        var config = sources.Resolve(SettingDefinitions.ConfigFile);
        var path = config.Value is { } named ? Path.GetFullPath(named, host.WorkingFolder) : ConfigFile.Find(host.WorkingFolder);
        sources = sources with { File = path is null ? null : ConfigFile.Read(path, host.WorkingFolder) };
        if (sources.File is { } file && config.Value is null)
        {
            config = config with { Values = [file.Display], Origin = config.Origin with { Text = "discovered" } };
        }

        var environment = sources.Expand(sources.Resolve(SettingDefinitions.Environment));
        RequireKnown(environment, sources.File);
        return new ToolSettings(sources with { Environment = environment.Value }, config, environment);
    }

    // A mistyped environment must not fall through to the top level's database.
    private static void RequireKnown(ResolvedSetting environment, ConfigFile? file)
    {
        if (environment.Value is { } name && file?.Environments is { Count: > 0 } known && !known.Contains(name, StringComparer.Ordinal))
        {
            throw environment.Wrong($"{file.Display} has no environment '{name}'.", NearestName.Hint(name, known));
        }
    }
}
