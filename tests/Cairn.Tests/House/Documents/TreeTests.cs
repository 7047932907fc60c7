using System.Text.RegularExpressions;
using Cairn.Tests.House.Sources;
using Xunit;

namespace Cairn.Tests.House.Documents;

/// <summary>The tree in <c>docs/architecture.md</c> is the tree on the disk, with a phrase for each folder.</summary>
public sealed partial class TreeTests
{
    private const int Depth = 3;

    [Fact]
    public void It_lists_every_folder() => Lists.AreTheSame(
        Documented().Select(line => line.Folder),
        new[] { "runtime", "tool", "tests" }.SelectMany(folder => Repository.Folders(folder).Prepend(folder))
            .Where(folder => folder.Count(letter => letter == '/') < Depth),
        "docs/architecture.md, tree");

    [Fact]
    public void It_says_something_of_every_folder() => Found.Nothing(
        Documented().Where(line => line.Phrase.Length < 10).Select(line => line.Folder), "docs/architecture.md, tree; these need a phrase:");

    private static IEnumerable<(string Folder, string Phrase)> Documented()
    {
        var above = new List<string>();
        foreach (var line in new Document("docs/architecture.md").Block("tree"))
        {
            var match = Folder().Match(line);
            Assert.True(match.Success, $"docs/architecture.md, tree: cannot read \"{line}\".");
            var level = match.Groups["indent"].Length / 2;
            Assert.True(level <= above.Count, $"docs/architecture.md, tree: \"{line}\" stands too far to the right.");
            above.RemoveRange(level, above.Count - level);
            above.Add(match.Groups["name"].Value);
            yield return (string.Join('/', above), match.Groups["phrase"].Value);
        }
    }

    [GeneratedRegex("^(?<indent>(  )*)(?<name>[\\w.]+)/\\s+(?<phrase>.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Folder();
}
