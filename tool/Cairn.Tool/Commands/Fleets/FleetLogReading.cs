using System.Text;
using System.Text.Json;

namespace Cairn.Tool.Commands.Fleets;

/// <summary>Reads the report of a run that is to be gone on with.</summary>
internal static class FleetLogReading
{
    /// <summary>The last word on each target that it tells of.</summary>
    /// <exception cref="CairnException">It is no such report, or of a run of something else (CAIRN7031).</exception>
    public static Dictionary<string, FleetLogLine> Read(byte[] bytes, string display, FleetLogHead head)
    {
        var lines = Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var first = lines.Length == 0 ? null : Parse(lines[0], FleetLogContext.Readable.FleetLogHead);
        if (first?.Command is null || first.Arguments is null)
        {
            throw Wrong($"{display} is no report of a run with --targets.", display);
        }

        if (first.Command != head.Command || !first.Arguments.SequenceEqual(head.Arguments, StringComparer.Ordinal))
        {
            throw Wrong($"{display} is of another command: {first.Command} {string.Join(' ', first.Arguments)}".TrimEnd() + ".", display);
        }

        if (first.Migrations != head.Migrations)
        {
            throw Wrong($"since {display} was begun migrations were added or taken away: what it has as done may not be done with these.", display);
        }

        var last = new Dictionary<string, FleetLogLine>(StringComparer.Ordinal);
        foreach (var line in lines.Skip(1).Select(text => Parse(text, FleetLogContext.Readable.FleetLogLine)))
        {
            // One that was cut short says nothing: its target is run again.
            if (line?.Target is not null)
            {
                last[line.Target] = line;
            }
        }

        return last;
    }

    public static CairnException Wrong(string why, string display) => new(ErrorCodes.FleetReportInvalid, why)
    {
        File = display,
        Fix = "Begin anew: --report <file> in place of --continue; where a target is done there is nothing pending.",
        DatabaseState = "nothing was run",
    };

    private static T? Parse<T>(string line, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(line, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
