namespace Cairn.Runtime.Migrations.Namings;

/// <summary>The ways to order versions. Each puts two versions on one place exactly where they are the same version.</summary>
internal static class VersionOrders
{
    /// <summary>By characters, as the other tools sort; letters count as lower case so that case decides nothing.</summary>
    public static IComparer<MigrationVersion> Ordinal { get; } =
        Comparer<MigrationVersion>.Create((x, y) => CompareText(x.Text, y.Text));

    /// <summary>By date, then by letters as columns; what has another form stands after the same eight characters.</summary>
    public static IComparer<MigrationVersion> DateThenLetters { get; } =
        Comparer<MigrationVersion>.Create((x, y) => CompareDated(x.Text, y.Text));

    private static int CompareDated(string x, string y)
    {
        var byDate = CompareText(Head(x), Head(y));
        if (byDate != 0)
        {
            return byDate;
        }

        var (xFits, yFits) = (DateLetters.Fits(x), DateLetters.Fits(y));
        return (xFits, yFits) switch
        {
            (true, true) => DateLetters.Compare(x.AsSpan(DateLetters.DateLength), y.AsSpan(DateLetters.DateLength)),
            (true, false) => -1,
            (false, true) => 1,
            _ => CompareText(x, y),
        };
    }

    private static ReadOnlySpan<char> Head(string text) => text.AsSpan(0, Math.Min(DateLetters.DateLength, text.Length));

    private static int CompareText(ReadOnlySpan<char> x, ReadOnlySpan<char> y)
    {
        var common = Math.Min(x.Length, y.Length);
        for (var i = 0; i < common; i++)
        {
            if (x[i] != y[i] && char.ToLowerInvariant(x[i]) - char.ToLowerInvariant(y[i]) is not 0 and var difference)
            {
                return difference;
            }
        }

        // A few letters (the Kelvin sign) share a lower case with one that they are not the same as.
        return x.Length != y.Length ? x.Length.CompareTo(y.Length) : x.CompareTo(y, StringComparison.OrdinalIgnoreCase);
    }
}
