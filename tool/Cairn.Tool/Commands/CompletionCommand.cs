using Cairn.Tool.CommandLines;
using Cairn.Tool.Commands.Completions;
using Cairn.Tool.Output;
using Cairn.Tool.Settings;

namespace Cairn.Tool.Commands;

/// <summary>Prints a shell's completion script.</summary>
internal sealed class CompletionCommand : ICommand
{
    private static readonly IReadOnlyList<CompletionScript> Shells = [new BashScript(), new ZshScript(), new FishScript(), new PwshScript()];

    public IReadOnlyList<string> Names => ["completion"];

    public string Description => $"Prints a completion script for {string.Join(", ", Shells.Select(shell => shell.Shell))}: commands, options, their values, versions and seeds by their file names.";

    public bool UsesSettings => false;

    public CommandBody Declare(CommandLineApplication app)
    {
        var shell = app.Argument("shell", $"One of {string.Join(", ", Shells.Select(known => known.Shell))}.");
        return (context, _) => Task.FromResult(new CommandReport(context.Command) { Answer = Find(shell.Value).Text(Grammar.Read()).TrimEnd('\n').Split('\n') });
    }

    /// <summary>The shells' names.</summary>
    public static IReadOnlyList<string> ShellNames => [.. Shells.Select(shell => shell.Shell)];

    private static CompletionScript Find(string? name) =>
        Shells.FirstOrDefault(shell => shell.Shell.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? throw (name is null
            ? OptionReading.Wrong("which shell?", $"One of {string.Join(", ", ShellNames)}: source <(dotnet-cairn completion bash).")
            : OptionReading.Wrong($"there is no completion for '{name}'.", NearestName.Hint(name, ShellNames)));
}
