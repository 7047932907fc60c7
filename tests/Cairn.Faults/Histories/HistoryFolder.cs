using System.Text.RegularExpressions;

namespace Cairn.Faults.Histories;

/// <summary>The migrations of a history as files; each leaves one row of its version in the table <c>runs</c>.</summary>
internal static partial class HistoryFolder
{
    /// <summary>Writes them; the versions in their order.</summary>
    public static IReadOnlyList<string> Write(History history, string folder)
    {
        Directory.CreateDirectory(folder);
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Histories", history.Text)).ReplaceLineEndings("\n");
        var parts = Head().Split(text);
        var versions = new List<string>();
        for (var index = 1; index < parts.Length; index += 2)
        {
            var name = parts[index];
            var version = name[..name.IndexOf('-', StringComparison.Ordinal)];
            File.WriteAllText(Path.Combine(folder, name), parts[index + 1]
                .Replace("$mark", $$"""await db.Query("runs").InsertAsync(new { version = "{{version}}" });""", StringComparison.Ordinal)
                .Replace("$unmark", $"""await db.Query("runs").Where("version", "{version}").DeleteAsync();""", StringComparison.Ordinal));
            versions.Add(version);
        }

        return versions;
    }

    [GeneratedRegex("^--- (.+)\n", RegexOptions.Multiline, 1000)]
    private static partial Regex Head();
}
