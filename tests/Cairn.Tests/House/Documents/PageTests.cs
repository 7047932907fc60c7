using System.Text.RegularExpressions;
using Cairn.Tests.House.Sources;
using Xunit;

namespace Cairn.Tests.House.Documents;

/// <summary>Links lead somewhere, files that pages name are there, and the index has every page.</summary>
public sealed partial class PageTests
{
    private static IEnumerable<string> Pages => Repository.Files(".", "*.md").Select(path => path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path);

    [Fact]
    public void Links_lead_somewhere() => Found.Nothing(
        from page in Pages
        from Match link in Link().Matches(WithoutCode(Repository.Read(page)))
        let target = link.Groups["target"].Value
        where !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal)
        where !Exists(page, target)
        select $"{page}: {target}",
        "These links lead nowhere:");

    [Fact]
    public void The_index_has_every_page()
    {
        var index = Repository.Read("docs/README.md");
        Found.Nothing(
            Pages.Where(page => page.StartsWith("docs/", StringComparison.Ordinal) && page != "docs/README.md")
                .Select(page => page["docs/".Length..])
                .Where(page => !index.Contains($"]({page})", StringComparison.Ordinal)),
            "docs/README.md does not lead to:");
    }

    [Fact]
    public void Files_that_the_architecture_names_are_there() => Found.Nothing(
        from Match name in SourcePath().Matches(Repository.Read("docs/architecture.md"))
        where !File.Exists(Repository.Full(name.Groups["path"].Value)) && !Directory.Exists(Repository.Full(name.Groups["path"].Value))
        select name.Groups["path"].Value,
        "docs/architecture.md names what is not there:");

    private static bool Exists(string page, string target)
    {
        var parts = target.Split('#', 2);
        var file = parts[0].Length == 0 ? page : Path.GetRelativePath(Repository.Root, Path.Combine(Path.GetDirectoryName(Repository.Full(page))!, parts[0]));
        return (File.Exists(Repository.Full(file)) || Directory.Exists(Repository.Full(file)))
            && (parts.Length == 1 || Anchors(file).Contains(parts[1], StringComparer.Ordinal));
    }

    private static IEnumerable<string> Anchors(string page) => Heading().Matches(Repository.Read(page))
        .Select(match => string.Concat(match.Groups["text"].Value.Trim().ToLowerInvariant()
            .Where(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-' or '_')).Replace(' ', '-'));

    private static string WithoutCode(string text) => Fence().Replace(text, "");

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex("^#+ (?<text>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Heading();

    [GeneratedRegex("^```.*?^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("`(?<path>(runtime|tool|tests|docs|examples)/[\\w./-]+)`", RegexOptions.ExplicitCapture)]
    private static partial Regex SourcePath();
}
