using Cairn.Tool.Commands;

namespace Cairn.Tool.CommandLines;

/// <summary>The options that every command has.</summary>
internal sealed record GlobalFlags
{
    public bool Json { get; init; }

    public bool Quiet { get; init; }

    public bool Verbose { get; init; }

    public bool NoColor { get; init; }

    public bool Yes { get; init; }

    public bool Help { get; init; }

    public bool Version { get; init; }

    /// <summary>Declares them; the result reads them after parsing.</summary>
    public static Func<GlobalFlags> Declare(CommandLineApplication app)
    {
        CommandOption Flag(string template, string description) => app.Option(template, description, CommandOptionType.NoValue);
        var json = Flag("--json", "Print one JSON document on standard output.");
        var quiet = Flag("-q|--quiet", "Print errors only, and the answer of a command that answers a question.");
        var verbose = Flag("-v|--verbose", "Also print the statements, and stack traces of errors.");
        var noColor = Flag("--no-color", "No colour; so does the environment variable NO_COLOR.");
        var yes = Flag("-y|--yes", "Do not ask before losing data.");
        var version = Flag("--version", "Print the tool's version.");
        var help = Flag("-?|-h|--help", "Print help.");
        return () => new GlobalFlags
        {
            Json = json.HasValue(),
            Quiet = quiet.HasValue(),
            Verbose = verbose.HasValue(),
            NoColor = noColor.HasValue(),
            Yes = yes.HasValue(),
            Version = version.HasValue(),
            Help = help.HasValue(),
        };
    }

    /// <summary>What can be seen without understanding the command line: how to print that it is wrong.</summary>
    public static GlobalFlags Peek(IReadOnlyList<string> arguments) => new()
    {
        Json = arguments.Contains("--json", StringComparer.Ordinal),
        NoColor = arguments.Contains("--no-color", StringComparer.Ordinal),
        Verbose = arguments.Contains("--verbose", StringComparer.Ordinal) || arguments.Contains("-v", StringComparer.Ordinal),
    };
}
