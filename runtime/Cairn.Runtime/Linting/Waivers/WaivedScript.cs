using System.Text.RegularExpressions;

namespace Cairn.Runtime.Linting.Waivers;

/// <summary>
/// The waivers of one script. One on a line with code counts for the statement of that line; one on a line of its own for the statement that it is in,
/// or that comes next.
/// </summary>
internal sealed partial class WaivedScript
{
    private readonly string[] lines;

    public WaivedScript(string text)
    {
        lines = text.ReplaceLineEndings("\n").Split('\n');
        Waivers = [.. lines.Select(Read).OfType<Waiver>()];
    }

    /// <summary>All of them, in the file's order.</summary>
    public IReadOnlyList<Waiver> Waivers { get; }

    /// <summary>Whether a waiver counts for a rule's finding on a line.</summary>
    public bool Covers(Waiver waiver, string rule, int? line) => waiver.Rule.Equals(rule, StringComparison.OrdinalIgnoreCase)
        && (waiver.WholeFile || (line is { } at && (waiver.Line == at || (waiver.Line < at ? LeadsTo(waiver.Line, at) : IsInside(waiver.Line, at)))));

    private Waiver? Read(string line, int index)
    {
        var match = Comment().Match(line);
        return match.Success
            ? new Waiver(index + 1, match.Groups["rule"].Value.ToUpperInvariant(), match.Groups["reason"].Value.Trim(), match.Groups["file"].Success)
            : null;
    }

    /// <summary>Whether nothing but comments stands from a waiver to a line.</summary>
    private bool LeadsTo(int waiver, int line) => Enumerable.Range(waiver, line - waiver).All(number => Code(number).Length == 0);

    /// <summary>Whether the statement that begins on a line has not ended before the waiver.</summary>
    private bool IsInside(int waiver, int line)
    {
        var depth = 0;
        for (var number = line; number < waiver && number <= lines.Length; number++)
        {
            depth += Code(number).Sum(letter => letter is '(' or '{' ? 1 : letter is ')' or '}' ? -1 : 0);
            if (depth <= 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A line without its comment.</summary>
    private string Code(int number) => LineComment().Replace(lines[number - 1], "").Trim();

    [GeneratedRegex(@"(//|--|#)\s*cairn:lint-ignore(?<file>-file)?\b(\s+(?<rule>[A-Za-z]\d{3})\b)?[\s:,]*(?<reason>.*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"(^\s*//|^\s*--|^\s*#|//\s*cairn:|--\s*cairn:).*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LineComment();
}
