using Cairn.Tool.Commands;
using McMaster.Extensions.CommandLineUtils;

namespace Cairn.Tool.CommandLines;

/// <summary>From what the parser's library says to errors with a code and a way to mend them.</summary>
internal static class ArgumentErrors
{
    public static CairnException Wrong(CommandParsingException error)
    {
        if (error is UnrecognizedCommandParsingException && error.Command?.Parent is not null && error.Message.Contains("'--targets", StringComparison.Ordinal))
        {
            return new CairnException(ErrorCodes.CommandLineInvalid, $"{error.Command.Name} works on one database, and takes no --targets.", error)
            {
                Fix = $"Name the database with --connection. For many databases there are {string.Join(", ", CommandList.All.Where(known => known.TakesTargets).Select(known => known.Name))}.",
            };
        }

        var first = Reworded(error.Message.Split('\n')[0].Trim().TrimEnd('.'));
        var near = (error as UnrecognizedCommandParsingException)?.NearestMatches.FirstOrDefault();
        if (near is not null && first.StartsWith("Unrecognized option", StringComparison.Ordinal))
        {
            near = "--" + near;
        }

        var command = error.Command?.Parent is null ? "" : error.Command.Name + " ";
        return new CairnException(ErrorCodes.CommandLineInvalid, $"{first}.", error)
        {
            Fix = $"{(near is null ? "" : $"Did you mean '{near}'? ")}{CommandLine.ProgramName} {command}--help lists what there is.",
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
