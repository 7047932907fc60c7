using System.Text;

namespace Cairn.Tool.Commands.Makings;

/// <summary>Writes files that are not there yet; one that is there is never touched.</summary>
internal static class NewFile
{
    /// <exception cref="CairnException">It exists (CAIRN7012), or it cannot be written (CAIRN7013).</exception>
    public static void Write(string path, string text, string display)
    {
        if (!TryWrite(path, text, display))
        {
            throw new CairnException(ErrorCodes.FileExists, $"{display} exists already.") { File = display, Fix = "Take another name; no file is overwritten." };
        }
    }

    /// <summary>False where the file exists.</summary>
    /// <exception cref="CairnException">It cannot be written (CAIRN7013).</exception>
    public static bool TryWrite(string path, string text, string display)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            // Only creating decides: between looking and writing another could come.
            using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            stream.Write(Encoding.UTF8.GetBytes(text));
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            return false;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CairnException(ErrorCodes.FileNotWritten, $"{display} cannot be written: {error.Message}", error)
            {
                File = display,
                Fix = "Make the folder writable, or choose another.",
            };
        }
    }
}
