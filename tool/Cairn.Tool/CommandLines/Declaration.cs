using Cairn.Tool.Commands;
using Cairn.Tool.Commands.Fleets;
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

    /// <summary>All that a command has.</summary>
    public static Declaration Of(ICommand command)
    {
        var options = new CommandLineApplication();
        var body = command.Declare(options);
        return Of(command, options, command.TakesTargets ? FleetOptions.Wrap(options, body) : body);
    }

    /// <summary>Without what is for many databases: so the usual start does not go through that.</summary>
    public static Declaration OfPlain(ICommand command)
    {
        var options = new CommandLineApplication();
        return Of(command, options, command.Declare(options));
    }

    private static Declaration Of(ICommand command, CommandLineApplication options, CommandBody body) =>
        new(command, options, body, command.UsesSettings ? SettingOptions.Declare(options) : NoSettings);
}
