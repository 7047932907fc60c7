using Cairn.Scripting.Bundles;

namespace Cairn.Tool.Commands.Makings;

/// <summary>The file that a bundle is written to.</summary>
internal static class BundleTarget
{
    /// <summary>Refuses to replace what is no bundle: a wrong word on the command line must not cost a file.</summary>
    /// <exception cref="CairnException">Another file is there (CAIRN7012).</exception>
    public static void Check(string path, string display)
    {
        if (Directory.Exists(path) || (File.Exists(path) && !MigrationBundle.IsBundle(path)))
        {
            throw new CairnException(ErrorCodes.FileExists, $"{display} exists already, and is no bundle.") { File = display, Fix = "Take another name; only a bundle is replaced." };
        }
    }

    /// <summary>Writes it whole or not at all.</summary>
    /// <exception cref="CairnException">It cannot be written (CAIRN7013).</exception>
    public static void Write(string path, string display, byte[] bytes)
    {
        var beside = $"{path}.{Guid.NewGuid():n}.tmp";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(beside, bytes);
            File.Move(beside, path, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            TryDelete(beside);
            throw new CairnException(ErrorCodes.FileNotWritten, $"{display} cannot be written: {error.Message}", error)
            {
                File = display,
                Fix = "Make the folder writable, or choose another file.",
            };
        }
    }

    private static void TryDelete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The error to tell is the one that came before.
        }
    }
}
