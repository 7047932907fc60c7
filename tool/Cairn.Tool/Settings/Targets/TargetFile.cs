using System.Text;
using Cairn.Tool.Commands.Runs;
using Cairn.Tool.Settings.Connections;
using Cairn.Tool.Settings.Files;

namespace Cairn.Tool.Settings.Targets;

/// <summary>Reads a targets file, and refuses it as a whole where a line of it is wrong: nothing has run then.</summary>
internal static class TargetFile
{
    /// <summary>Standard input in place of a file.</summary>
    public const string StandardInput = "-";

    /// <param name="file">The file as it was given.</param>
    /// <param name="table">The tracking table of those that name none.</param>
    /// <param name="host">The environment variables and the working folder.</param>
    /// <exception cref="CairnException">It cannot be read, or something in it is wrong (CAIRN7030, 7003, 7010); all such errors are told.</exception>
    public static FleetTargets Read(string file, string table, ToolHost host)
    {
        var path = Path.GetFullPath(file, host.WorkingFolder);
        var place = file == StandardInput
            ? new TargetPlace("standard input", host.WorkingFolder)
            : new TargetPlace(DisplayPath.Of(path, host.WorkingFolder), Path.GetDirectoryName(path)!);
        var text = file == StandardInput ? host.In.ReadToEnd() : ReadText(path, place);
        var errors = new List<CairnException>();
        var entries = Path.GetExtension(place.Display).ToUpperInvariant() switch
        {
            ".JSON" => TargetList.Read(Json(text, place), place, errors),
            ".YAML" or ".YML" => TargetList.Read(TargetYaml.Read(text, place), place, errors),
            _ => TargetLines.Read(text, place, errors),
        };
        var targets = new List<FleetTarget>();
        foreach (var entry in entries)
        {
            try
            {
                targets.Add(entry.Read(place, host.Variable));
            }
            catch (CairnException error)
            {
                errors.Add(error);
            }
        }

        errors.AddRange(Doubles(targets, table, place));
        if (errors.Count == 0 && targets.Count == 0)
        {
            errors.Add(place.Wrong("the file names no database.", "Write one line for each: acme = postgres://user@host/acme."));
        }

        return errors.Count > 0
            ? throw FoundErrors.Joined([.. errors.OrderBy(error => error.Line ?? 0)])
            : new FleetTargets(place.Display, targets, [.. Warnings(file, path, place, entries)]);
    }

    private static string ReadText(string path, TargetPlace place)
    {
        try
        {
            return File.ReadAllText(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            throw place.Wrong($"the file cannot be read: {error.Message}", "Name a text file in UTF-8 that this account may read, or - for standard input.");
        }
    }

    private static ConfigNode Json(string text, TargetPlace place)
    {
        try
        {
            return ConfigReader.ReadAny(Encoding.UTF8.GetBytes(text), place.Display);
        }
        catch (CairnException error)
        {
            throw place.Wrong(error.Message, error.Fix!, error.Line, error.Column);
        }
    }

    // Two of one name could not be told apart in what is printed; two on one database would wait for each other, or run twice.
    private static IEnumerable<CairnException> Doubles(List<FleetTarget> targets, string table, TargetPlace place)
    {
        foreach (var group in targets.GroupBy(target => target.Name, StringComparer.OrdinalIgnoreCase).Where(group => group.Skip(1).Any()))
        {
            foreach (var again in group.Skip(1))
            {
                yield return place.Wrong($"the name {again.Name} stands in line {group.First().Line} already.", "Give each target a name of its own; upper and lower case are the same.", again.Line);
            }
        }

        var identified = targets.Select(target => (Target: target, Identity: DatabaseIdentity.Of(target.Connection.Target, target.Table ?? table)));
        foreach (var group in identified.Where(pair => pair.Identity is not null).GroupBy(pair => pair.Identity, StringComparer.Ordinal))
        {
            var first = group.First().Target;
            foreach (var again in group.Skip(1).Select(pair => pair.Target))
            {
                yield return place.Wrong($"{again.Name} is the database of {first.Name} (line {first.Line}).", "Leave one of them out; or give them different tracking tables where that is meant.", again.Line);
            }
        }
    }

    private static IEnumerable<string> Warnings(string file, string path, TargetPlace place, IReadOnlyList<TargetEntry> entries)
    {
        if (file != StandardInput && !OperatingSystem.IsWindows() && File.GetUnixFileMode(path).HasFlag(UnixFileMode.OtherRead)
            && entries.Any(entry => Redaction.Clean(entry.Connection) != entry.Connection && !entry.Connection.Contains("${", StringComparison.Ordinal)))
        {
            yield return $"{place.Display} has passwords in it, and every account of this machine may read it: chmod 600, or write ${{VARIABLES}} in their place.";
        }
    }
}
