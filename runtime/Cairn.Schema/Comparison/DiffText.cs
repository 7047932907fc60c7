namespace Cairn.Schema.Comparison;

/// <summary>Differences for people.</summary>
public static class DiffText
{
    private const int LongestValue = 80;

    /// <summary>One line for each: <c>index orders_note_index: missing</c>, <c>column orders.note: default 'new' became none</c>.</summary>
    /// <param name="diff">The differences.</param>
    public static IEnumerable<string> Lines(SchemaDiff diff) => diff.Differences.Select(Line);

    /// <summary>One difference in a line.</summary>
    /// <param name="difference">The difference.</param>
    public static string Line(ObjectDifference difference) => difference.Kind switch
    {
        DifferenceKind.Added => $"{difference.Name}: missing",
        DifferenceKind.Removed => $"{difference.Name}: too many",
        _ => $"{difference.Name}: {string.Join(", ", difference.Facts.Select(fact => $"{fact.Name} {Short(fact.Before)} should be {Short(fact.After)}"))}",
    };

    private static string Short(string? value)
    {
        var line = value?.ReplaceLineEndings(" ") ?? "none";
        return line.Length <= LongestValue ? line : line[..(LongestValue - 1)] + "…";
    }
}
