using Cairn.Schema.Inspection;

namespace Cairn.Schema.Dialects.Sqlite.Altering;

/// <summary>
/// The pragma <c>legacy_alter_table</c>: on, a rename leaves the texts of views, triggers and foreign keys alone; off, it carries
/// the new name into them. It may be set inside a transaction (and is not rolled back with it).
/// </summary>
internal static class LegacyAlterTable
{
    /// <summary>Puts statements into its reach: on.</summary>
    public static ValueTask<IReadOnlyList<SqlStatement>> OnAsync(ICatalogue catalogue, IEnumerable<SqlStatement> statements, CancellationToken cancellationToken) =>
        WithAsync(true, catalogue, statements, cancellationToken);

    /// <summary>Puts statements into its reach: off.</summary>
    public static ValueTask<IReadOnlyList<SqlStatement>> OffAsync(ICatalogue catalogue, IEnumerable<SqlStatement> statements, CancellationToken cancellationToken) =>
        WithAsync(false, catalogue, statements, cancellationToken);

    private static async ValueTask<IReadOnlyList<SqlStatement>> WithAsync(
        bool wanted, ICatalogue catalogue, IEnumerable<SqlStatement> statements, CancellationToken cancellationToken)
    {
        var rows = await catalogue.ReadAsync("SELECT legacy_alter_table AS value FROM pragma_legacy_alter_table", [], cancellationToken);
        var before = rows.Count > 0 && rows[0].Flag("value");
        return before == wanted ? [.. statements] : [Set(wanted), .. statements, Set(before)];
    }

    private static SqlStatement Set(bool value) => new($"PRAGMA legacy_alter_table = {(value ? "ON" : "OFF")}");
}
