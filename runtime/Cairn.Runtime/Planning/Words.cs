namespace Cairn.Runtime.Planning;

/// <summary>Lists in messages, of which nobody reads more than some lines.</summary>
internal static class Words
{
    private const int Most = 10;

    /// <summary><c>a, b and c</c>; all of them, since the reader has to deal with each.</summary>
    public static string List(IReadOnlyList<string> items) =>
        items.Count < 2 ? string.Concat(items) : $"{string.Join(", ", items.Take(items.Count - 1))} and {items[^1]}";

    /// <summary>The first of them, and how many more there are.</summary>
    public static string Few(IReadOnlyList<string> items) =>
        items.Count <= Most + 1 ? List(items) : $"{string.Join(", ", items.Take(Most))} and {items.Count - Most} more";

    /// <summary>The first lines, and how many more there are: a table taken over from another tool may lack a hundred files.</summary>
    public static IEnumerable<string> Shorten(IReadOnlyList<string> lines) =>
        lines.Count <= Most + 1 ? lines : lines.Take(Most).Append($"… and {lines.Count - Most} more like this (dotnet cairn migrate:list shows all).");
}
