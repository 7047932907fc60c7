using System.Text.RegularExpressions;
using Cairn.Tests.House.Sources;

namespace Cairn.Tests.House.Documents;

/// <summary>A page of the documentation, read the way these tests hold it to the code: a comment <c>&lt;!-- name --&gt;</c> says what the table or block after it lists.</summary>
/// <param name="path">Relative to the root.</param>
internal sealed partial class Document(string path)
{
    private readonly string[] lines = Repository.Read(path).ReplaceLineEndings("\n").Split('\n');

    /// <summary>The rows of all tables that follow a comment of that name, cell by cell, without the tables' heads.</summary>
    public IEnumerable<string[]> Rows(string name) => Tables(name).SelectMany(table => table.Skip(1));

    /// <summary>The head of the first table that follows a comment of that name.</summary>
    public string[] Head(string name) => Tables(name).First()[0];

    /// <summary>The lines of the fenced block that follows a comment of that name.</summary>
    public IReadOnlyList<string> Block(string name) =>
        [.. Places(name).SelectMany(place => lines.Skip(place).SkipWhile(line => !line.StartsWith("```", StringComparison.Ordinal)).Skip(1).TakeWhile(line => line != "```"))];

    /// <summary>The names at the start of each piece of code in a cell: <c>`db.Sql(text)`, `.OnDelete(action)`</c> gives Sql and OnDelete.</summary>
    public static IEnumerable<string> Names(string cell) => Code().Matches(cell).Select(match => match.Groups["name"].Value);

    /// <summary>The pieces of code in a cell as they are; <c>&amp;#124;</c> and <c>\|</c> stand for the bar that a table's cell cannot have.</summary>
    public static IReadOnlyList<string> Codes(string cell) =>
        [.. Span().Matches(cell).Select(match => match.Groups["code"].Value.Trim().Replace("\\|", "|", StringComparison.Ordinal))];

    private IEnumerable<List<string[]>> Tables(string name)
    {
        foreach (var place in Places(name))
        {
            var table = lines.Skip(place + 1).SkipWhile(line => line.Length == 0 || line.StartsWith("<!--", StringComparison.Ordinal)).TakeWhile(line => line.StartsWith('|')).ToList();
            if (table.Count < 3)
            {
                throw new InvalidOperationException($"{path}, line {place + 1}: no table follows <!-- {name} -->.");
            }

            yield return [Cells(table[0]), .. table.Skip(2).Select(Cells)];
        }
    }

    private List<int> Places(string name)
    {
        var places = Enumerable.Range(0, lines.Length).Where(index => lines[index].Trim() == $"<!-- {name} -->").ToList();
        return places.Count > 0 ? places : throw new InvalidOperationException($"{path} has no comment <!-- {name} -->.");
    }

    private static string[] Cells(string line) => [.. Bar().Split(line.Trim().Trim('|')).Select(cell => cell.Trim())];

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Bar();

    [GeneratedRegex(@"`(?:db\.|table\.|\.|\[)?(?<name>[A-Za-z]\w*)[^`]*`", RegexOptions.ExplicitCapture)]
    private static partial Regex Code();

    [GeneratedRegex("``(?<code>.+?)``|`(?<code>[^`]+)`", RegexOptions.ExplicitCapture)]
    private static partial Regex Span();
}
