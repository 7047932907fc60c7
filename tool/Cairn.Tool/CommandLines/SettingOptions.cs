using Cairn.Tool.Commands;
using Cairn.Tool.Settings;

namespace Cairn.Tool.CommandLines;

/// <summary>The options that are settings; which setting each is stands in <see cref="SettingDefinitions"/>.</summary>
internal static class SettingOptions
{
    /// <summary>Declares them on a command; the result reads what was given after parsing.</summary>
    public static Func<IReadOnlyDictionary<SettingDefinition, IReadOnlyList<string>>> Declare(CommandLineApplication app)
    {
        var options = new List<KeyValuePair<SettingDefinition, CommandOption>>(SettingDefinitions.All.Count);
        foreach (var setting in SettingDefinitions.All)
        {
            if (setting.Option is not null)
            {
                options.Add(new(setting, app.Option(setting.Option, Description(setting), Type(setting))));
            }
        }

        return () =>
        {
            var given = new Dictionary<SettingDefinition, IReadOnlyList<string>>();
            foreach (var (setting, option) in options)
            {
                if (option.HasValue())
                {
                    given[setting] = Checked(option);
                }
            }

            return given;
        };
    }

    // "--table --json" would take the next option for a table's name.
    private static IReadOnlyList<string> Checked(CommandOption option) =>
        option.Values.Find(value => value!.StartsWith("--", StringComparison.Ordinal)) is { } taken
            ? throw OptionReading.Wrong($"the option '--{option.LongName}' has no value, but '{taken}' after it.", $"Write --{option.LongName}=<value>.")
            : option.Values.ConvertAll(value => value!);

    private static CommandOptionType Type(SettingDefinition setting) =>
        setting.Shape == SettingShape.TextOrList ? CommandOptionType.MultipleValue : CommandOptionType.SingleValue;

    private static string Description(SettingDefinition setting) => setting.Description
        + (setting.Allowed.Count == 0 ? "" : $" One of {string.Join(", ", setting.Allowed)}.")
        + (setting.Default is null ? "" : $" Default: {setting.Default}.");
}
