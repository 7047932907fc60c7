using Cairn.Tool.Settings;
using McMaster.Extensions.CommandLineUtils;

namespace Cairn.Tool.CommandLines;

/// <summary>The options that are settings; which setting each is stands in <see cref="SettingDefinitions"/>.</summary>
internal static class SettingOptions
{
    /// <summary>Declares them on a command; the result reads what was given after parsing.</summary>
    public static Func<IReadOnlyDictionary<SettingDefinition, IReadOnlyList<string>>> Declare(CommandLineApplication app)
    {
        var options = SettingDefinitions.All
            .Where(setting => setting.Option is not null)
            .Select(setting => (setting, app.Option(setting.Option!, Description(setting), Type(setting))))
            .ToList();
        return () => options
            .Where(pair => pair.Item2.HasValue())
            .ToDictionary(pair => pair.setting, pair => Checked(pair.Item2));
    }

    // "--table --json" would take the next option for a table's name.
    private static IReadOnlyList<string> Checked(CommandOption option) =>
        option.Values.Find(value => value.StartsWith("--", StringComparison.Ordinal)) is { } taken
            ? throw OptionReading.Wrong($"the option '--{option.LongName}' has no value, but '{taken}' after it.", $"Write --{option.LongName}=<value>.")
            : option.Values;

    private static CommandOptionType Type(SettingDefinition setting) =>
        setting.Shape == SettingShape.TextOrList ? CommandOptionType.MultipleValue : CommandOptionType.SingleValue;

    private static string Description(SettingDefinition setting) => setting.Description
        + (setting.Allowed.Count == 0 ? "" : $" One of {string.Join(", ", setting.Allowed)}.")
        + (setting.Default is null ? "" : $" Default: {setting.Default}.");
}
