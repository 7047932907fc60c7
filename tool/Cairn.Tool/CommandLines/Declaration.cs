using Cairn.Tool.Commands;
using Cairn.Tool.Settings;

namespace Cairn.Tool.CommandLines;

/// <summary>A command's declared options: its own, then the settings.</summary>
/// <param name="Command">The command.</param>
/// <param name="Options">What it declared; holds what was given once a command line was read.</param>
/// <param name="Body">What to run.</param>
/// <param name="Settings">Reads the settings that were given.</param>
internal sealed record Declaration(
    ICommand Command, CommandLineApplication Options, CommandBody Body, Func<IReadOnlyDictionary<SettingDefinition, IReadOnlyList<string>>> Settings)
{
    public static IReadOnlyDictionary<SettingDefinition, IReadOnlyList<string>> NoSettings() => new Dictionary<SettingDefinition, IReadOnlyList<string>>();

    public static Declaration Of(ICommand command)
    {
        var options = new CommandLineApplication();
        var body = command.Declare(options);
        return new Declaration(command, options, body, command.UsesSettings ? SettingOptions.Declare(options) : NoSettings);
    }
}
