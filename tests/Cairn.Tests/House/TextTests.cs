using System.Text.RegularExpressions;
using Cairn.Tests.House.Sources;
using Xunit;

namespace Cairn.Tests.House;

/// <summary>Nothing in the repository hangs on the machine that it was written on.</summary>
public sealed partial class TextTests
{
    private static readonly string[] Texts =
        [".cs", ".csx", ".sql", ".md", ".json", ".yml", ".yaml", ".sh", ".cake", ".csproj", ".props", ".sln", ".txt", ".editorconfig", ".gitignore", ".gitattributes", ""];

    /// <summary>Hosts that may be linked to. No package registry is among them: every machine has its own.</summary>
    private static readonly string[] Hosts = ["keepachangelog.com", "semver.org", "sqlkata.com", "json-schema.org", "docs.oasis-open.org", "example.org", "example.com", "localhost", "127.0.0.1"];

    /// <summary>Folders of one machine or one account; in two parts, so that this line is none.</summary>
    private static readonly string[] Folders = [.. new[] { "/wo~rk/", "/ro~ot/", "/ho~me/", "C:\\Us~ers" }.Select(folder => folder.Replace("~", "", StringComparison.Ordinal))];

    [Fact]
    public void No_text_names_a_folder_of_one_machine() => Found.Nothing(
        from text in All()
        from folder in Folders
        where Regex.IsMatch(text.Content, $"(?<![\\w./-]){Regex.Escape(folder)}")
        select $"{text.Path}: {folder}",
        "Paths are relative to the repository, or found out at run time:");

    [Fact]
    public void No_text_links_to_a_host_that_is_not_known() => Found.Nothing(
        from text in All()
        from Match link in Link().Matches(text.Content)
        let host = link.Groups["host"].Value
        where !Array.Exists(Hosts, known => $".{host}".EndsWith($".{known}", StringComparison.OrdinalIgnoreCase))
        select $"{text.Path}: {link.Value}",
        "A registry, a mirror or an address inside a network must not be written down; any other host is added to this test:");

    private static IEnumerable<(string Path, string Content)> All() =>
        from path in Repository.Files(".")
        let relative = path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path
        where Texts.Contains(Path.GetExtension(relative), StringComparer.OrdinalIgnoreCase) && Path.GetFileName(relative) is not ".git"
        select (relative, Repository.Read(relative));

    [GeneratedRegex("https?://(?<host>[A-Za-z0-9.-]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();
}
