using System.Globalization;
using Cairn.Tool.Commands;

namespace Cairn.Tool.CommandLines;

/// <summary>What commands ask of their own options, and the errors for what does not go together.</summary>
internal static class OptionReading
{
    public static CommandOption Flag(this CommandLineApplication app, string template, string description) =>
        app.Option(template, description, CommandOptionType.NoValue);

    public static CommandOption Value(this CommandLineApplication app, string template, string description) =>
        app.Option(template, description, CommandOptionType.SingleValue);

    /// <summary>An option with few values, the default first. What is given is for the command to check.</summary>
    public static CommandOption Choice(this CommandLineApplication app, string template, string description, IReadOnlyList<string> choices) =>
        app.Option(template, $"{description} One of {string.Join(", ", choices)}. Default: {choices[0]}.", CommandOptionType.SingleValue, choices);

    /// <summary>A whole number from 1; the default where the option was not given.</summary>
    public static int Count(this CommandOption option, int otherwise = 1)
    {
        if (!option.HasValue())
        {
            return otherwise;
        }

        return int.TryParse(option.Value(), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0
            ? count
            : throw Wrong($"--{option.LongName} is '{option.Value()}', which is no whole number from 1.", $"Write --{option.LongName} 2.");
    }

    /// <summary>Refuses more than one of the given.</summary>
    public static void AtMostOne(params (string Name, bool Given)[] options)
    {
        var given = options.Where(option => option.Given).Select(option => option.Name).ToList();
        if (given.Count > 1)
        {
            throw Wrong($"{string.Join(" and ", given)} do not go together.", "Give one of them.");
        }
    }

    public static CairnException Wrong(string message, string fix) => new(ErrorCodes.CommandLineInvalid, message) { Fix = fix };
}
