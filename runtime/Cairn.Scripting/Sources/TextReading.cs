using System.Text;

namespace Cairn.Scripting.Sources;

/// <summary>
/// Reads a file as text the same way everywhere: UTF-8 with or without BOM, or UTF-16 with BOM; nothing is guessed. Not asynchronously: a run looks at a thousand small
/// files, and to hand each to another thread and back takes longer than to read it.
/// </summary>
internal static class TextReading
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file; the text comes without BOM.</summary>
    /// <param name="fullPath">The file.</param>
    /// <param name="display">The file as the user would write it, for errors.</param>
    /// <exception cref="CairnException">The file cannot be read, or is no text (CAIRN2010).</exception>
    public static string Read(string fullPath, string display)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(fullPath);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CairnException(ErrorCodes.FileUnreadable, $"the file cannot be read: {exception.Message}", exception)
            {
                File = display,
                Fix = "check that the file exists and that the user running this may read it",
            };
        }

        return Decode(bytes, display);
    }

    /// <summary>Turns a file's bytes into text without BOM.</summary>
    /// <exception cref="CairnException">The bytes are no text (CAIRN2010).</exception>
    public static string Decode(ReadOnlySpan<byte> bytes, string display)
    {
        var (encoding, mark) = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (Utf8, 3),
            [0xFF, 0xFE, ..] => ((Encoding)new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true), 2),
            [0xFE, 0xFF, ..] => (new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true), 2),
            _ => (Utf8, 0),
        };
        try
        {
            return encoding.GetString(bytes[mark..]);
        }
        catch (DecoderFallbackException exception)
        {
            var good = Math.Clamp(mark + exception.Index, 0, bytes.Length);
            throw new CairnException(ErrorCodes.FileUnreadable, $"the file is not valid {encoding.WebName.ToUpperInvariant()} text", exception)
            {
                File = display,
                Line = mark == 2 ? null : 1 + bytes[..good].Count((byte)'\n'),
                Fix = "save the file as UTF-8",
            };
        }
    }
}
