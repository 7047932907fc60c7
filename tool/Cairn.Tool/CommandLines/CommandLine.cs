using Cairn.Tool.Commands;
using Cairn.Tool.Settings;
using McMaster.Extensions.CommandLineUtils;

namespace Cairn.Tool.CommandLines;

/// <summary>A command line that was understood.</summary>
/// <param name="Command">The command's name, also where an alias was typed; empty for none.</param>
/// <param name="Flags">The global options.</param>
/// <param name="Options">The settings that were given.</param>
/// <param name="Body">What to run; null where no command was given.</param>
/// <param name="HelpText">The help of what was selected.</param>
internal sealed record ParsedCommandLine(
    string Command,
    GlobalFlags Flags,
    IReadOnlyDictionary<SettingDefinition, IReadOnlyList<string>> Options,
    CommandBody? Body,
    Func<string> HelpText);

/// <summary>The grammar of the command line.</summary>
internal static class CommandLine
{
    public const string ProgramName = "dotnet cairn";
    public const string GroupName = "database";

    /// <exception cref="CairnException">It is wrong (CAIRN7009).</exception>
    public static ParsedCommandLine Parse(IReadOnlyList<string> arguments)
    {
        using var root = new CommandLineApplication
        {
            Name = ProgramName,
            FullName = "Cairn: database migrations written as C# scripts",
            ExtendedHelpText = $"\n{ProgramName} <command> --help tells more of a command. Every command also answers after '{GroupName}': {ProgramName} {GroupName} migrate:latest.\n",
        };
        var flags = GlobalFlags.Declare(root);
        var declared = new Dictionary<CommandLineApplication, Declaration>();
        Add(root, arguments, declared, command => command.Names);
        if (arguments.Contains(GroupName, StringComparer.Ordinal))
        {
            root.Command(GroupName, group =>
            {
                group.Description = "The same commands, as users of other systems type them.";
                Add(group, arguments, declared, NamesInGroup);
            });
        }

        try
        {
            var selected = root.Parse([.. arguments]).SelectedCommand;
            var declaration = declared.GetValueOrDefault(selected);
            return new ParsedCommandLine(
                declaration?.Command.Name ?? "", flags(), declaration?.Settings() ?? Declaration.NoSettings(), declaration?.Body, selected.GetHelpText);
        }
        catch (CommandParsingException error)
        {
            throw Wrong(error);
        }
    }

    // Only what was typed gets its options: declaring all of all commands would be the slowest part of a start.
    private static void Add(
        CommandLineApplication parent,
        IReadOnlyList<string> arguments,
        Dictionary<CommandLineApplication, Declaration> declared,
        Func<ICommand, IReadOnlyList<string>> namesOf)
    {
        foreach (var command in CommandList.All)
        {
            var names = namesOf(command);
            parent.Command(names[0], app =>
            {
                app.Description = command.Description;
                foreach (var alias in names.Skip(1))
                {
                    app.AddName(alias);
                }

                if (names.Any(name => arguments.Contains(name, StringComparer.Ordinal)))
                {
                    declared[app] = Declaration.Of(command, app);
                }
            });
        }
    }

    // "database install" is "database:install"; the long form answers too.
    private static IReadOnlyList<string> NamesInGroup(ICommand command)
    {
        const string Prefix = GroupName + ":";
        return command.Name.StartsWith(Prefix, StringComparison.Ordinal) ? [command.Name[Prefix.Length..], .. command.Names] : command.Names;
    }

    private static CairnException Wrong(CommandParsingException error)
    {
        var first = Reworded(error.Message.Split('\n')[0].Trim().TrimEnd('.'));
        var near = (error as UnrecognizedCommandParsingException)?.NearestMatches.FirstOrDefault();
        if (near is not null && first.StartsWith("Unrecognized option", StringComparison.Ordinal))
        {
            near = "--" + near;
        }

        var command = error.Command?.Parent is null ? "" : error.Command.Name + " ";
        return new CairnException(ErrorCodes.CommandLineInvalid, $"{first}.", error)
        {
            Fix = $"{(near is null ? "" : $"Did you mean '{near}'? ")}{ProgramName} {command}--help lists what there is.",
        };
    }

    // The parser names options without their dashes, and shows a value that may have a password.
    private static string Reworded(string message)
    {
        const string Option = "option '";
        var at = message.IndexOf(Option, StringComparison.Ordinal);
        if (at < 0 || message[at + Option.Length] == '-')
        {
            return message;
        }

        var name = "--" + message[(at + Option.Length)..].TrimEnd('\'');
        return message.StartsWith("Unexpected value", StringComparison.Ordinal) ? $"the option '{name}' was given twice, or takes no value" : $"{message[..at]}{Option}{name}'";
    }
}

/// <summary>A command's declared options.</summary>
internal sealed record Declaration(ICommand Command, CommandBody Body, Func<IReadOnlyDictionary<SettingDefinition, IReadOnlyList<string>>> Settings)
{
    public static IReadOnlyDictionary<SettingDefinition, IReadOnlyList<string>> NoSettings() => new Dictionary<SettingDefinition, IReadOnlyList<string>>();

    /// <summary>Declares the command's own options, then the settings.</summary>
    public static Declaration Of(ICommand command, CommandLineApplication app)
    {
        var body = command.Declare(app);
        return new Declaration(command, body, command.UsesSettings ? SettingOptions.Declare(app) : NoSettings);
    }
}
