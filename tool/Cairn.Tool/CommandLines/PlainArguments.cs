using Cairn.Tool.Commands;

namespace Cairn.Tool.CommandLines;

/// <summary>
/// Reads a command line that needs no explanation: a command's name, options that it has with the values that they take, and no more
/// arguments than it declares. Whatever else there is (help, a mistake, short options in a bunch) is left to <see cref="LibraryArguments"/>.
/// </summary>
internal sealed class PlainArguments
{
    private readonly IReadOnlyList<string> _arguments;
    private readonly CommandLineApplication _globals = new();
    private int _at;

    private PlainArguments(IReadOnlyList<string> arguments) => _arguments = arguments;

    /// <summary>The command line; null where it is not plain.</summary>
    public static ParsedCommandLine? Read(IReadOnlyList<string> arguments) => new PlainArguments(arguments).Read();

    private ParsedCommandLine? Read()
    {
        var flags = GlobalFlags.Declare(_globals);
        Declaration? selected = null;
        for (var next = 0; next < _arguments.Count; next = _at)
        {
            _at = next + 1;
            var argument = _arguments[next];
            if (argument.StartsWith('-') ? !Option(argument, selected) : selected is null ? (selected = Select(next)) is null : !Positional(argument, selected))
            {
                return null;
            }
        }

        var given = flags();
        return selected is null || given.Help
            ? null
            : new ParsedCommandLine(selected.Command.Name, given, selected.Settings(), selected.Body, () => LibraryArguments.HelpText(_arguments));
    }

    private static bool Positional(string argument, Declaration selected)
    {
        foreach (var candidate in selected.Options.Arguments)
        {
            if (argument.Length > 0 && (candidate.MultipleValues || candidate.Values.Count == 0))
            {
                candidate.Values.Add(argument);
                return true;
            }
        }

        return false;
    }

    // The group may stand before any command.
    private Declaration? Select(int at)
    {
        var group = _arguments[at] == CommandLine.GroupName;
        if (group && ++at >= _arguments.Count)
        {
            return null;
        }

        _at = at + 1;
        foreach (var command in CommandList.All)
        {
            foreach (var name in group ? CommandLine.NamesInGroup(command) : command.Names)
            {
                if (name == _arguments[at])
                {
                    return Declaration.OfPlain(command);
                }
            }
        }

        return null;
    }

    private bool Option(string argument, Declaration? selected)
    {
        var equals = argument.IndexOf('=', StringComparison.Ordinal);
        var name = equals < 0 ? argument.AsSpan() : argument.AsSpan(0, equals);
        var option = selected?.Options.Find(name) ?? _globals.Find(name);
        var value = equals < 0 ? null : argument[(equals + 1)..];
        return option?.OptionType switch
        {
            CommandOptionType.NoValue => value is null && Give(option, null),
            CommandOptionType.SingleValue or CommandOptionType.MultipleValue => (value ??= Following()) is { Length: > 0 } && Give(option, value),
            _ => false,
        };
    }

    private string? Following() => _at < _arguments.Count && !_arguments[_at].StartsWith('-') ? _arguments[_at++] : null;

    private static bool Give(CommandOption option, string? value)
    {
        if (option.HasValue() && option.OptionType != CommandOptionType.MultipleValue)
        {
            return false;
        }

        option.Values.Add(value);
        return true;
    }
}
