using Cairn.Runtime.Execution;
using Cairn.Runtime.Migrations;

namespace Cairn.Runtime.Planning;

/// <summary>Decides what is recorded without running. Pure, as <see cref="Planner"/>. Cairn's own migrations run and are never marked.</summary>
public static class MarkPlanner
{
    /// <summary>The rows to change, in version order for those to add, newest first for those to take away.</summary>
    /// <param name="standing">The set and the history; with checksums where renamed ones are asked for.</param>
    /// <param name="request">What to mark.</param>
    /// <exception cref="CairnException">CAIRN1005, 1012, 1013, 1016, 7009.</exception>
    public static IReadOnlyList<MarkStep> Mark(Standing standing, MarkRequest request)
    {
        if (request.All != request.Version is null || (request.Unapply && request.Renamed))
        {
            throw new CairnException(ErrorCodes.CommandLineInvalid, "Either one version or --all is marked, as applied, --unapply or --renamed.")
            {
                Fix = "dotnet cairn migrate:mark <version> [--unapply | --renamed], or dotnet cairn migrate:mark --all.",
            };
        }

        if (request.Unapply)
        {
            return [.. Unapplied(standing, request.Version).Select(row => Take(standing, row))];
        }

        var pending = Pending(standing, request.Version).ToList();
        return request.Renamed ? Renamed(standing, pending, request.Version) : Applied(standing, pending);
    }

    private static IEnumerable<AppliedMigration> Unapplied(Standing standing, string? version) => version is null
        ? AppliedOrder.OldestFirst(standing.History.Applied, standing.Set.Naming.Order).Where(row => !standing.IsBuiltIn(row)).Reverse()
        : [Custom(Known.Applied(standing, version), standing.IsBuiltIn, row => row.Version)];

    private static IEnumerable<MigrationDescriptor> Pending(Standing standing, string? version)
    {
        if (version is null)
        {
            return standing.Pending.Where(migration => migration.Source != MigrationSourceKind.BuiltIn);
        }

        if (standing.History.Find(version) is { } row)
        {
            throw new CairnException(ErrorCodes.AlreadyApplied, $"{row.Version} ({row.Name}) is recorded as applied already.")
            {
                Fix = $"To take the record away: dotnet cairn migrate:mark {row.Version} --unapply.",
            };
        }

        var known = standing.Set.Find(version) ?? throw Known.Unknown(standing, version);
        return [Custom(known, migration => migration.Source == MigrationSourceKind.BuiltIn, migration => migration.Version)];
    }

    private static IReadOnlyList<MarkStep> Applied(Standing standing, IReadOnlyList<MigrationDescriptor> pending)
    {
        ErrorList.ThrowIfAny([.. Findings.Renamed(standing, pending)]);
        return [.. pending.Select(migration => new MarkStep(MarkKind.Apply, migration.Version, migration.Name) 
        {
            Migration = migration,
            Replaced = standing.SquashOf(migration.Version)?.Applied ?? [],
        })];
    }

    /// <summary>Each row goes to one file only: of several with its content the user must name the one.</summary>
    private static IReadOnlyList<MarkStep> Renamed(Standing standing, IReadOnlyList<MigrationDescriptor> pending, string? version)
    {
        var steps = pending
            .Select(migration => (Migration: migration, Row: standing.RenamedFrom(migration.Version)))
            .Where(pair => pair.Row is not null)
            .Select(pair => new MarkStep(MarkKind.Rename, pair.Migration.Version, pair.Migration.Name) { Migration = pair.Migration, Row = pair.Row })
            .ToList();
        var contested = steps.GroupBy(step => step.Row!.Version).FirstOrDefault(group => group.Skip(1).Any());
        if (contested is not null)
        {
            throw new CairnException(
                ErrorCodes.RenamedFile, $"{Words.List([.. contested.Select(step => step.Migration!.Path)])} all have the content of {contested.Key}.")
            {
                Fix = "Name the one that it was renamed to: dotnet cairn migrate:mark <version> --renamed.",
            };
        }

        return steps.Count > 0 || version is null ? steps : throw new CairnException(
            ErrorCodes.RenamedFile, $"{pending[0].Path} is not a renamed migration: no applied one whose file is gone has its content.")
        {
            File = pending[0].Path,
            Fix = $"To record it as applied all the same: dotnet cairn migrate:mark {pending[0].Version}.",
        };
    }

    private static MarkStep Take(Standing standing, AppliedMigration row) =>
        new(MarkKind.Unapply, row.Version, row.Name) { Migration = standing.Set.Find(row.Version), Row = row };

    private static T Custom<T>(T migration, Func<T, bool> isBuiltIn, Func<T, MigrationVersion> version) => !isBuiltIn(migration)
        ? migration
        : throw new CairnException(ErrorCodes.CommandLineInvalid, $"{version(migration)} is one of Cairn's own migrations, which run and are never marked.")
        {
            Fix = "dotnet cairn database:install applies Cairn's own migrations.",
        };
}
