using System.Globalization;

namespace Cairn.Benchmarks.Rows;

/// <summary>One thing to do, by all who can.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Engine">On which database.</param>
/// <param name="Applied">Migrations that are applied before.</param>
/// <param name="Total">All migrations.</param>
internal sealed record Row(RowKind Kind, string Engine, int Applied, int Total)
{
    /// <summary>As <c>--rows</c> names it.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Kind.ToString().ToLowerInvariant()}-{(Kind == RowKind.One ? 1 : Total)}-{Engine}");

    public int Pending => Total - Applied;

    public string Title => (Kind, Pending) switch
    {
        (RowKind.Memory, 0) => $"memory: nothing pending, {Number(Total)} applied, {Engine}",
        (RowKind.Memory, _) => $"memory: {Number(Total)} pending, {Engine}",
        (_, 0) => $"nothing pending, {Number(Total)} applied, {Engine}",
        (_, 1) => $"one pending, {Number(Applied)} applied, {Engine}",
        _ => $"{Number(Total)} pending, {Engine}",
    };

    /// <summary>How many runs make a median that is worth it, and take seconds rather than minutes.</summary>
    public int Runs => Kind switch { RowKind.NoOp => 11, RowKind.One => 7, RowKind.Many => 3, _ => Pending == 0 ? 3 : 1 };

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
