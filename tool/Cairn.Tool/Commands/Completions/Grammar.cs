using Cairn.Tool.CommandLines;
using Cairn.Tool.Commands.Fleets;
using Cairn.Tool.Settings;

namespace Cairn.Tool.Commands.Completions;

/// <summary>All that can be typed, for completion: made from the declarations that parse it.</summary>
/// <param name="Commands">Every command.</param>
/// <param name="Settings">The options of commands that use settings.</param>
/// <param name="Globals">The options of every command.</param>
internal sealed record Grammar(IReadOnlyList<GrammarCommand> Commands, IReadOnlyList<GrammarOption> Settings, IReadOnlyList<GrammarOption> Globals)
{
    public static Grammar Read()
    {
        var root = new CommandLineApplication();
        GlobalFlags.Declare(root);
        var settings = new CommandLineApplication();
        SettingOptions.Declare(settings);
        return new Grammar([.. CommandList.All.Select(GrammarCommand.Of)], Options(settings), Options(root));
    }

    public static IReadOnlyList<GrammarOption> Options(CommandLineApplication app) => [.. app.Options.Select(GrammarOption.Of)];
}

/// <summary>A command.</summary>
/// <param name="Names">Its name, then its aliases.</param>
/// <param name="Description">One line.</param>
/// <param name="UsesSettings">Whether it takes the settings' options.</param>
/// <param name="Options">Its own options.</param>
/// <param name="Argument">What its arguments are; null for a command without any.</param>
internal sealed record GrammarCommand(
    IReadOnlyList<string> Names, string Description, bool UsesSettings, IReadOnlyList<GrammarOption> Options, GrammarValue? Argument)
{
    /// <summary>Its names behind <c>database</c>.</summary>
    public IReadOnlyList<string> NamesInGroup =>
        Names[0].StartsWith(CommandLine.GroupName + ":", StringComparison.Ordinal) ? [Names[0][(CommandLine.GroupName.Length + 1)..], .. Names] : Names;

    public static GrammarCommand Of(ICommand command)
    {
        var app = new CommandLineApplication();
        command.Declare(app);
        if (command.TakesTargets)
        {
            FleetOptions.Declare(app);
        }

        return new GrammarCommand(
            command.Names, command.Description, command.UsesSettings, Grammar.Options(app),
            app.Arguments.Count == 0 ? null : GrammarValue.Named(app.Arguments[0].Name));
    }
}

/// <summary>An option.</summary>
/// <param name="Names">With their dashes.</param>
/// <param name="Description">One line.</param>
/// <param name="Value">What its value is; null for one that takes none, or only behind <c>:</c>.</param>
internal sealed record GrammarOption(IReadOnlyList<string> Names, string Description, GrammarValue? Value)
{
    public static GrammarOption Of(CommandOption option)
    {
        (string Dashes, string? Name)[] names = [("--", option.LongName), ("-", option.ShortName), ("-", option.SymbolName)];
        return new GrammarOption(
            [.. names.Where(name => !string.IsNullOrEmpty(name.Name)).Select(name => name.Dashes + name.Name)],
            option.Description,
            option.OptionType is CommandOptionType.NoValue or CommandOptionType.SingleOrNoValue ? null : ValueOf(option));
    }

    private static GrammarValue ValueOf(CommandOption option)
    {
        var allowed = option.Choices.Count > 0
            ? option.Choices
            : SettingDefinitions.All.FirstOrDefault(setting => setting.LongOption == "--" + option.LongName)?.Allowed;
        return allowed is { Count: > 0 } ? new GrammarValue(allowed) : GrammarValue.Named(option.ValueName ?? "");
    }
}
