namespace Cairn.Tool.Commands;

/// <summary>
/// What one command declares. It is the tool's own, in the words of the parser's library, so that a start with a plain command line does
/// not load that library: it costs as much as all else that a run with nothing pending does before it opens its connection.
/// </summary>
internal sealed class CommandLineApplication
{
    private readonly List<CommandOption> _options = [];
    private readonly List<CommandArgument> _arguments = [];

    public IReadOnlyList<CommandOption> Options => _options;

    public IReadOnlyList<CommandArgument> Arguments => _arguments;

    /// <summary>Declares an option.</summary>
    /// <param name="template">As <c>-c|--connection &lt;connection&gt;</c>.</param>
    /// <param name="description">One line for the help.</param>
    /// <param name="type">What value it takes.</param>
    /// <param name="choices">The values that completion offers, where they are few.</param>
    public CommandOption Option(string template, string description, CommandOptionType type, IReadOnlyList<string>? choices = null)
    {
        var option = new CommandOption(template, description, type) { Choices = choices ?? [] };
        _options.Add(option);
        return option;
    }

    /// <summary>Declares an argument without a name of its own on the command line.</summary>
    /// <param name="name">Its name in the help.</param>
    /// <param name="description">One line for the help.</param>
    /// <param name="multipleValues">Whether it takes all that follows.</param>
    public CommandArgument Argument(string name, string description, bool multipleValues = false)
    {
        var argument = new CommandArgument(name, description, multipleValues);
        _arguments.Add(argument);
        return argument;
    }

    /// <summary>The option of that name, written as on the command line: <c>--table</c>, <c>-e</c>; null where there is none.</summary>
    public CommandOption? Find(ReadOnlySpan<char> written)
    {
        foreach (var option in _options)
        {
            if (option.IsWritten(written))
            {
                return option;
            }
        }

        return null;
    }
}

/// <summary>An argument of a command.</summary>
internal sealed record CommandArgument(string Name, string Description, bool MultipleValues)
{
    public List<string?> Values { get; } = [];

    public string? Value => Values.Count > 0 ? Values[0] : null;
}
