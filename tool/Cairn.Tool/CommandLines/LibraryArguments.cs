using Cairn.Runtime.Execution;
using Cairn.Tool.Commands;
using McMaster.Extensions.CommandLineUtils;
using Declared = Cairn.Tool.Commands.CommandLineApplication;
using Library = McMaster.Extensions.CommandLineUtils.CommandLineApplication;

namespace Cairn.Tool.CommandLines;

/// <summary>Reads any command line with the parser's library, which knows all forms, writes the help, and says what is wrong.</summary>
internal sealed class LibraryArguments
{
    private readonly Dictionary<Library, Declaration> _declared = [];
    private readonly List<Action> _taken = [];
    private readonly IReadOnlyList<string> _arguments;

    private LibraryArguments(IReadOnlyList<string> arguments) => _arguments = arguments;

    /// <exception cref="CairnException">It is wrong (CAIRN7009).</exception>
    public static ParsedCommandLine Read(IReadOnlyList<string> arguments) => new LibraryArguments(arguments).Read();

    /// <summary>The help of the command that the arguments select.</summary>
    public static string HelpText(IReadOnlyList<string> arguments) => Read(arguments).HelpText();

    private ParsedCommandLine Read()
    {
        if (LookOnly.IsOn)
        {
            throw new MoreToDoException();
        }

        using var root = new Library
        {
            Name = CommandLine.ProgramName,
            FullName = "Cairn: database migrations written as C# scripts",
            ExtendedHelpText = $"\n{CommandLine.ProgramName} <command> --help tells more of a command. Every command also answers after '{CommandLine.GroupName}': {CommandLine.ProgramName} {CommandLine.GroupName} migrate:latest.\n",
        };
        var globals = new Declared();
        var flags = GlobalFlags.Declare(globals);
        Declare(globals, root, inherited: true);
        Add(root, command => command.Names);
        if (_arguments.Contains(CommandLine.GroupName, StringComparer.Ordinal))
        {
            root.Command(CommandLine.GroupName, group =>
            {
                group.Description = "The same commands, as users of other systems type them.";
                Add(group, CommandLine.NamesInGroup);
            });
        }

        try
        {
            var selected = root.Parse([.. _arguments]).SelectedCommand;
            _taken.ForEach(take => take());
            var declaration = _declared.GetValueOrDefault(selected);
            return new ParsedCommandLine(
                declaration?.Command.Name ?? "", flags(), declaration?.Settings() ?? Declaration.NoSettings(), declaration?.Body, selected.GetHelpText);
        }
        catch (CommandParsingException error)
        {
            throw ArgumentErrors.Wrong(error);
        }
    }

    // Only what was typed gets its options: declaring all of all commands would be slow.
    private void Add(Library parent, Func<ICommand, IReadOnlyList<string>> namesOf)
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

                if (names.Any(name => _arguments.Contains(name, StringComparer.Ordinal)))
                {
                    var declaration = _declared[app] = Declaration.Of(command);
                    Declare(declaration.Options, app, inherited: false);
                }
            });
        }
    }

    private void Declare(Declared declared, Library app, bool inherited)
    {
        foreach (var argument in declared.Arguments)
        {
            var same = app.Argument(argument.Name, argument.Description, argument.MultipleValues);
            _taken.Add(() => argument.Values.AddRange(same.Values));
        }

        foreach (var option in declared.Options)
        {
            var same = app.Option(option.Template, option.Description, Type(option.OptionType), inherited);
            _taken.Add(() => option.Values.AddRange(same.Values));
        }
    }

    private static McMaster.Extensions.CommandLineUtils.CommandOptionType Type(Commands.CommandOptionType type) => type switch
    {
        Commands.CommandOptionType.NoValue => McMaster.Extensions.CommandLineUtils.CommandOptionType.NoValue,
        Commands.CommandOptionType.SingleValue => McMaster.Extensions.CommandLineUtils.CommandOptionType.SingleValue,
        Commands.CommandOptionType.MultipleValue => McMaster.Extensions.CommandLineUtils.CommandOptionType.MultipleValue,
        _ => McMaster.Extensions.CommandLineUtils.CommandOptionType.SingleOrNoValue,
    };
}
