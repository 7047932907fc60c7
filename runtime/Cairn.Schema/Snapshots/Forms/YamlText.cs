using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Cairn.Schema.Snapshots.Forms;

/// <summary>How one text is written in YAML, so that every parser, of 1.1 or 1.2, reads the same text back.</summary>
internal static partial class YamlText
{
    /// <summary>On one line: bare where nothing in it can be taken for anything else, else in double quotes.</summary>
    public static string Inline(string value) => IsBare(value) ? value : Quoted(value);

    /// <summary>Whether it can stand as a block: several lines, and nothing that a block would change.</summary>
    public static bool FitsBlock(string value) =>
        value.Contains('\n', StringComparison.Ordinal)
        && value[0] is not (' ' or '\t' or '\n')
        && !value.EndsWith("\n\n", StringComparison.Ordinal)
        && value.All(letter => letter is '\n' or '\t' || IsPlain(letter))
        && value.TrimEnd('\n').Split('\n').All(line => line.Length == 0 || !string.IsNullOrWhiteSpace(line));

    private static bool IsBare(string value) => Bare().IsMatch(value) && !Taken().IsMatch(value) && !value.EndsWith(' ');

    private static string Quoted(string value)
    {
        var text = new StringBuilder("\"", value.Length + 10);
        foreach (var letter in value)
        {
            text.Append(letter switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ when IsPlain(letter) => letter.ToString(),
                _ => "\\u" + ((int)letter).ToString("X4", CultureInfo.InvariantCulture),
            });
        }

        return text.Append('"').ToString();
    }

    /// <summary>Whether a parser leaves the letter alone wherever it stands.</summary>
    private static bool IsPlain(char letter) =>
        char.IsSurrogate(letter) || (!char.IsControl(letter) && letter is not ('\u2028' or '\u2029' or '\uFEFF' or '\u00A0') && letter < '\uFFFE');

    /// <summary>Begins with a letter, an underscore or a parenthesis, and has no mark that means something in YAML there: no colon before a space, no hash, no brace, no double quote.</summary>
    [GeneratedRegex(@"^[A-Za-z_(](?:[A-Za-z0-9_ ()./=<>+'$,;[\]-]|:(?=\S)|(?<! )\*)*\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Bare();

    /// <summary>Words that some parser takes for a truth value, nothing or a number.</summary>
    [GeneratedRegex(@"^(y|n|yes|no|on|off|true|false|null|nan|inf|none)\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Taken();
}
