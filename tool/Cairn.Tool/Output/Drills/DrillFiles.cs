using System.Text;
using Cairn.Runtime.Drills.Reports;
using Cairn.Tool.Output.Drills.Pages;

namespace Cairn.Tool.Output.Drills;

/// <summary>Writes a drill's report as the file's ending says.</summary>
internal static class DrillFiles
{
    private static readonly Dictionary<string, Func<DrillReport, string>> Formats = new(StringComparer.OrdinalIgnoreCase)
    {
        [".html"] = DrillPage.Text,
        [".json"] = DrillDocument.Text,
        [".xml"] = DrillJUnit.Text,
    };

    /// <summary>Refuses an ending that no format has, before anything is run.</summary>
    /// <exception cref="CairnException">The ending is another (CAIRN7009).</exception>
    public static void Check(string path)
    {
        if (!Formats.ContainsKey(Path.GetExtension(path)))
        {
            throw new CairnException(ErrorCodes.CommandLineInvalid, $"A report cannot be written as {Path.GetFileName(path)}: its ending says no format.")
            {
                Fix = "Give a file that ends in .html (a page), .json (the data) or .xml (JUnit).",
            };
        }
    }

    /// <summary>Writes the report; folders that are missing are made.</summary>
    /// <exception cref="CairnException">The ending says no format (CAIRN7009), or the file cannot be written (CAIRN7013).</exception>
    public static void Write(DrillReport report, string path)
    {
        Check(path);
        var text = Formats[Path.GetExtension(path)](report);
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
            {
                Directory.CreateDirectory(folder);
            }

            File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CairnException(ErrorCodes.FileNotWritten, $"The report could not be written to {path}: {error.Message}", error)
            {
                Fix = "Give a path that can be written; the drill itself was finished, and what it found is in the output.",
            };
        }
    }
}
