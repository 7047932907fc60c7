using Cairn.Runtime.Execution.Reports;
using Cairn.Runtime.Migrations;

namespace Cairn.Runtime.Planning;

/// <summary>Says how every known migration stands.</summary>
public static class StatusBuilder
{
    /// <summary>Known and missing migrations together, in version order.</summary>
    public static IReadOnlyList<MigrationStatus> Build(Standing standing)
    {
        var known = standing.Set.Migrations.Select(migration => (migration.Version, Status: Known(standing, migration)));
        var missing = standing.Missing.Select(row => (row.Version, Status: Missing(standing, row)));
        return [.. known.Concat(missing).OrderBy(line => line.Version, standing.Set.Naming.Order).Select(line => line.Status)];
    }

    private static MigrationStatus Known(Standing standing, MigrationDescriptor migration)
    {
        var version = migration.Version;
        if (standing.History.Find(version) is { } row)
        {
            var state = standing.IsChanged(version) ? MigrationState.Changed : MigrationState.Applied;
            return Dated(new MigrationStatus(version.Text, migration.Name, migration.Source, migration.Path, state), row);
        }

        if (standing.SquashOf(version) is { State: SquashState.Due } squash)
        {
            return Dated(new MigrationStatus(version.Text, migration.Name, migration.Source, migration.Path, MigrationState.Applied), squash.Applied[^1]);
        }

        var from = standing.RenamedFrom(version);
        return new MigrationStatus(
            version.Text, migration.Name, migration.Source, migration.Path, from is null ? MigrationState.Pending : MigrationState.Renamed)
        {
            RenamedFrom = from?.Version.Text,
            OutOfOrder = from is null && standing.IsOutOfOrder(migration),
        };
    }

    private static MigrationStatus Missing(Standing standing, AppliedMigration row) =>
        Dated(new MigrationStatus(row.Version.Text, row.Name, standing.SourceOf(row), null, MigrationState.Missing), row);

    private static MigrationStatus Dated(MigrationStatus status, AppliedMigration row) =>
        status with { AppliedAt = row.AppliedAt, Duration = row.Duration, Batch = row.Batch };
}
