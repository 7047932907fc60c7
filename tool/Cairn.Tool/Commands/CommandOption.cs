namespace Cairn.Tool.Commands;

/// <summary>What value an option takes.</summary>
internal enum CommandOptionType
{
    /// <summary>None: it is given, or not.</summary>
    NoValue,

    /// <summary>One.</summary>
    SingleValue,

    /// <summary>One each time that it is given.</summary>
    MultipleValue,

    /// <summary>None, or one behind a colon.</summary>
    SingleOrNoValue,
}

/// <summary>How an option stands to a run for many databases.</summary>
internal enum TargetRule
{
    /// <summary>It means the same on each of them.</summary>
    Allowed,

    /// <summary>It is about one database.</summary>
    Refused,

    /// <summary>Without it the command would not mean the same on each of them.</summary>
    Needed,
}

/// <summary>An option of a command, and what was given for it.</summary>
internal sealed class CommandOption
{
    private static readonly char[] NameEnds = ['|', ' ', '[', '<'];

    public CommandOption(string template, string description, CommandOptionType type)
    {
        (Template, Description, OptionType) = (template, description, type);
        for (var rest = template; rest.StartsWith('-');)
        {
            var end = rest.IndexOfAny(NameEnds) is var found && found < 0 ? rest.Length : found;
            Name(rest[..end]);
            rest = end < rest.Length && rest[end] == '|' ? rest[(end + 1)..] : "";
        }

        var (open, close) = (template.IndexOf('<', StringComparison.Ordinal), template.IndexOf('>', StringComparison.Ordinal));
        ValueName = open >= 0 && close > open ? template[(open + 1)..close] : null;
    }

    /// <summary>As it was declared: <c>-c|--connection &lt;connection&gt;</c>.</summary>
    public string Template { get; }

    public string Description { get; }

    public CommandOptionType OptionType { get; }

    public string? LongName { get; private set; }

    public string? ShortName { get; private set; }

    /// <summary>A short name that is no letter: <c>?</c>.</summary>
    public string? SymbolName { get; private set; }

    public string? ValueName { get; }

    /// <summary>The values that completion offers, where they are few.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Whether it goes together with <c>--targets</c>.</summary>
    public TargetRule OnTargets { get; set; }

    public List<string?> Values { get; } = [];

    public bool HasValue() => Values.Count > 0;

    public string? Value() => Values.Count > 0 ? Values[0] : null;

    /// <summary>Whether this is what stands on a command line: <c>--table</c>, <c>-e</c>.</summary>
    public bool IsWritten(ReadOnlySpan<char> written) => written switch
    {
        ['-', '-', .. var name] => name.Length > 0 && name.SequenceEqual(LongName),
        ['-', .. var name] => name.Length > 0 && (name.SequenceEqual(ShortName) || name.SequenceEqual(SymbolName)),
        _ => false,
    };

    private void Name(string written)
    {
        if (written.StartsWith("--", StringComparison.Ordinal))
        {
            LongName = written[2..];
        }
        else if (char.IsAsciiLetter(written[1]))
        {
            ShortName = written[1..];
        }
        else
        {
            SymbolName = written[1..];
        }
    }
}
