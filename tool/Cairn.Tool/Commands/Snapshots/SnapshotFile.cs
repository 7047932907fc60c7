using System.Text;
using Cairn.Schema.Snapshots;
using Cairn.Schema.Snapshots.Forms;
using Cairn.Tool.CommandLines;
using Cairn.Tool.Settings;

namespace Cairn.Tool.Commands.Snapshots;

/// <summary>A snapshot's file: YAML, or JSON by its ending.</summary>
/// <param name="path">Where it is.</param>
/// <param name="display">The file, as the user would write it.</param>
internal sealed class SnapshotFile(string path, string display)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public string Display => display;

    private bool IsJson => path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    /// <summary>The named file, or the project's: <c>schema.yaml</c> in the first extensions folder.</summary>
    /// <exception cref="CairnException">The ending is neither YAML's nor JSON's (CAIRN7009).</exception>
    public static SnapshotFile Of(CommandContext context, string? given)
    {
        var folder = context.Settings.WorkingFolder;
        var path = given is null ? Path.Combine(context.Settings.ExtensionFolders[0], "schema.yaml") : Path.GetFullPath(given, folder);
        return Path.GetExtension(path).ToUpperInvariant() is ".YAML" or ".YML" or ".JSON"
            ? new SnapshotFile(path, DisplayPath.Of(path, folder))
            : throw OptionReading.Wrong($"'{given}' ends in neither .yaml, .yml nor .json.", "The ending says what the file is: schema.yaml.");
    }

    /// <summary>As it would be written to a file without a name.</summary>
    public static string Text(SchemaSnapshot snapshot) => YamlForm.Write(snapshot);

    /// <exception cref="CairnException">It cannot be read (CAIRN2010), is no snapshot (CAIRN6002), or one of another database (CAIRN6003).</exception>
    public SchemaSnapshot Read(Client client)
    {
        var text = ReadText();
        return IsJson ? JsonForm.Read(text, display, client) : YamlForm.Read(YamlNodes.Read(text, display), display, client);
    }

    /// <summary>Writes it over what was there; a file that is cut short by a full disk is not left behind.</summary>
    /// <exception cref="CairnException">It cannot be written (CAIRN7013).</exception>
    public void Write(SchemaSnapshot snapshot)
    {
        var text = IsJson ? JsonForm.Write(snapshot) : YamlForm.Write(snapshot);
        var beside = path + ".new";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(beside, text, Strict);
            File.Move(beside, path, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            File.Delete(beside);
            throw new CairnException(ErrorCodes.FileNotWritten, $"{display} cannot be written: {error.Message}", error)
            {
                File = display,
                Fix = "Make the folder writable, or choose another file.",
            };
        }
    }

    private string ReadText()
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            var start = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
            return Strict.GetString(bytes, start, bytes.Length - start);
        }
        catch (DecoderFallbackException)
        {
            throw SnapshotErrors.Invalid("the file is not UTF-8.", display, 1, 1);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CairnException(ErrorCodes.FileUnreadable, $"{display} cannot be read: {error.Message}", error)
            {
                File = display,
                Fix = "Name a snapshot's file, or write one: schema:snapshot <file>.",
                DatabaseState = "nothing was run",
            };
        }
    }
}
