namespace Cairn.Tool.Commands.Fleets;

/// <summary>What a command was told of its own, in the order of its declaration: two runs of which that is the same do the same.</summary>
internal static class GivenOptions
{
    public static IReadOnlyList<string> Of(IReadOnlyList<CommandOption> options, IReadOnlyList<CommandArgument> arguments) =>
    [
        .. arguments.SelectMany(argument => argument.Values.OfType<string>()),
        .. options.Where(option => option.HasValue()).SelectMany(option => option.Values.Select(value => value is null ? $"--{option.LongName}" : $"--{option.LongName}={value}")),
    ];
}
