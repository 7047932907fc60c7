using System.Security.Cryptography;
using System.Text;

namespace Cairn.Scripting.Sources;

/// <summary>The identity of a script: what an editor or a checkout changes without changing its meaning does not count.</summary>
internal static class Checksums
{
    /// <summary>Lower-case hex SHA-256 over the normalised text and all that it loads, each by its path relative to the main file.</summary>
    /// <param name="text">The main file's text.</param>
    /// <param name="loaded">The loaded files: relative path with <c>/</c>, and text.</param>
    public static string Of(string text, IEnumerable<(string Path, string Text)> loaded)
    {
        var whole = new StringBuilder(Normalise(text));
        foreach (var (path, content) in loaded)
        {
            whole.Append("\n#load ").Append(path).Append('\n').Append(Normalise(content));
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whole.ToString())));
    }

    /// <summary>The text with LF endings, without BOM, trailing blanks and trailing empty lines.</summary>
    public static string Normalise(string text)
    {
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
}
