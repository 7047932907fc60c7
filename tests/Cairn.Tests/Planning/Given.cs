using System.Globalization;
using Cairn.Runtime.Migrations;
using Cairn.Runtime.Migrations.Namings;
using Cairn.Runtime.Planning;

namespace Cairn.Tests.Planning;

/// <summary>Sets and histories in a line. Versions ending in <c>ZA</c> … are Cairn's own.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static MigrationDescriptor Migration(string version, MigrationSourceKind? source = null) =>
        new(
            new MigrationVersion(version), "Name " + version, source ?? SourceOf(version),
            SourceOf(version) == MigrationSourceKind.BuiltIn ? "built-in:" + version : $"migrations/{version}-x.csx")
        {
            Format = ".csx",
        };

    public static MigrationSet Set(string versions) => MigrationSet.Of(Split(versions).Select(version => Migration(version)), MigrationNamings.Default);

    /// <summary>Rows in applied order, oldest first; <c>version@batch</c>.</summary>
    public static HistoryState History(string rows) => new([.. Split(rows).Select((row, place) => Row(row, place + 1))]);

    public static AppliedMigration Row(string text, int sequence)
    {
        var parts = text.Split('@');
        return new AppliedMigration(new MigrationVersion(parts[0]), "Name " + parts[0], Noon)
        {
            Sequence = sequence,
            Batch = parts.Length > 1 ? long.Parse(parts[1], CultureInfo.InvariantCulture) : null,
            Checksum = "sum " + parts[0],
            Source = SourceOf(parts[0]),
            HasSource = true,
        };
    }

    public static Standing Standing(string versions, string rows, params (string Version, string Checksum)[] checksums) =>
        new(Set(versions), History(rows), checksums.ToDictionary(pair => new MigrationVersion(pair.Version), pair => pair.Checksum));

    /// <summary><c>+20260301A -20260302A</c>.</summary>
    public static string Text(Plan plan) => string.Join(
        ' ', plan.Steps.Select(step => (step.Direction == Direction.Up ? "+" : "-") + step.Migration.Version));

    private static MigrationSourceKind SourceOf(string version) =>
        CairnNaming.IsReserved(new MigrationVersion(version)) ? MigrationSourceKind.BuiltIn : MigrationSourceKind.Custom;

    private static string[] Split(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
