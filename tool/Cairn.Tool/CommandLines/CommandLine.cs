using Cairn.Tool.Commands;
using Cairn.Tool.Settings;

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
    public static ParsedCommandLine Parse(IReadOnlyList<string> arguments) => PlainArguments.Read(arguments) ?? LibraryArguments.Read(arguments);

    /// <summary>A command's names after <c>database</c>: "database install" is "database:install"; the long form answers too.</summary>
    public static IReadOnlyList<string> NamesInGroup(ICommand command)
    {
        const string Prefix = GroupName + ":";
        return command.Name.StartsWith(Prefix, StringComparison.Ordinal) ? [command.Name[Prefix.Length..], .. command.Names] : command.Names;
    }
}
