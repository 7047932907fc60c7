using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Cairn.Runtime;

namespace Cairn.Scripting.Sources;

/// <summary>The identity of a script: what an editor or a checkout changes without changing its meaning does not count.</summary>
internal static class Checksums
{
    /// <summary>Lower-case hex SHA-256 over the normalised text and all that it loads, each by its path relative to the main file.</summary>
    /// <param name="text">The main file's text.</param>
    /// <param name="loaded">The loaded files: relative path with <c>/</c>, and text.</param>
    public static string Of(string text, IEnumerable<(string Path, string Text)> loaded)
    {
        var whole = Normalised(text);
        foreach (var (path, content) in loaded)
        {
            whole = $"{whole}\n#load {path}\n{Normalised(content)}";
        }

        // Of a thousand scripts this is most of what is allocated, were the bytes not put where the last ones were.
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(whole.Length));
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes.AsSpan(0, Encoding.UTF8.GetBytes(whole, bytes)), hash);
        ArrayPool<byte>.Shared.Return(bytes);
        return HexText.Of(hash);
    }

    /// <summary>The text with LF endings, without BOM, trailing blanks and trailing empty lines.</summary>
    public static string Normalise(string text) => Normalised(text).ToString();

    private static ReadOnlySpan<char> Normalised(string text)
    {
        if (IsPlain(text))
        {
            return text.AsSpan().TrimEnd(" \t\n");
        }

        var result = new StringBuilder(text.Length);
        foreach (var line in text.AsSpan().TrimStart('\uFEFF').ToString().ReplaceLineEndings("\n").Split('\n'))
        {
            result.Append(line.AsSpan().TrimEnd(" \t\r")).Append('\n');
        }

        var length = result.Length;
        while (length > 0 && result[length - 1] == '\n')
        {
            length--;
        }

        return result.ToString(0, length);
    }

    /// <summary>Whether only the end of the text may have to change, as in most files. A run looks at all of them, so it is one look at each letter.</summary>
    private static bool IsPlain(string text)
    {
        var last = '\0';
        foreach (var letter in text)
        {
            if (letter is '\r' or '\f' or '\u0085' or '\u2028' or '\u2029' or '\uFEFF' || (letter == '\n' && last is ' ' or '\t'))
            {
                return false;
            }

            last = letter;
        }

        return true;
    }
}
