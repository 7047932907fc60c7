using Cairn.Runtime.Migrations;

namespace Cairn.Runtime.Planning;

/// <summary>What is not as it should be between the files and the database, as errors that a policy may soften to warnings.</summary>
public static class Findings
{
    /// <summary>Applied migrations whose files changed (CAIRN1015), in version order.</summary>
    public static IEnumerable<CairnException> Changed(Standing standing) => standing.Changed.Select(migration => Changed(migration, standing.History.Find(migration.Version)));

    /// <summary>Applied migrations whose files are gone (CAIRN1014), in version order; renamed ones are not among them.</summary>
    public static IEnumerable<CairnException> Missing(Standing standing) => standing.Missing
        .Where(row => !standing.WasRenamed(row))
        .Select(row => standing.IsBuiltIn(row)
            ? new CairnException(ErrorCodes.MissingFile, $"{row.Version} ({row.Name}) is a migration of a newer Cairn than this one.")
            {
                Fix = "Update the tool: dotnet tool update --global Cairn.Tool, or dotnet tool update Cairn.Tool for a local one.",
            }
            : new CairnException(ErrorCodes.MissingFile, $"{row.Version} ({row.Name}) is applied, but its file is gone.")
            {
                Fix = $"Bring the file back. Where it is gone for good: dotnet cairn migrate:mark {row.Version} --unapply.",
            });

    /// <summary>Those of the given pending migrations that are applied under another name (CAIRN1016).</summary>
    public static IEnumerable<CairnException> Renamed(Standing standing, IEnumerable<MigrationDescriptor> pending)
    {
        foreach (var migration in pending)
        {
            if (standing.RenamedFrom(migration.Version) is { } from)
            {
                yield return new CairnException(
                    ErrorCodes.RenamedFile,
                    $"{migration.Path} has the content of {from.Version} ({from.Name}), which is applied and whose file is gone: it was renamed, and does not run a second time.")
                {
                    File = migration.Path,
                    Fix = $"Record the new name: dotnet cairn migrate:mark {migration.Version} --renamed. Or name the file as it was.",
                };
            }
        }
    }

    /// <summary>Migrations that replace others, of which only some are applied (CAIRN5204): on such a database they can neither run nor be recorded.</summary>
    public static IEnumerable<CairnException> HalfReplaced(Standing standing) => standing.Squashes
        .Where(squash => squash.State == SquashState.Half)
        .Select(squash => new CairnException(
            ErrorCodes.SquashHalfApplied,
            $"{squash.Migration.Path} replaces {squash.Applied.Count + squash.Absent.Count} migrations, and of these {Words.Few([.. squash.Absent.Select(version => version.Text)])} "
            + $"{(squash.Absent.Count == 1 ? "is" : "are")} not applied here.")
        {
            File = squash.Migration.Path,
            DatabaseState = "Nothing was run.",
            Fix = $"Check out the revision before the squash, run dotnet cairn migrate:latest --to {squash.Last} there, and come back. "
                + "Where this database has their changes all the same, record them there: dotnet cairn migrate:mark <version>.",
        });

    /// <summary>Pending migrations (CAIRN1017), in version order; renamed ones are not among them.</summary>
    public static IEnumerable<CairnException> Pending(Standing standing) => standing.Pending
        .Where(migration => standing.RenamedFrom(migration.Version) is null)
        .Select(migration => new CairnException(ErrorCodes.PendingFound, $"{migration.Path} is pending.")
        {
            File = migration.Path,
            Fix = "Apply it: dotnet cairn migrate:latest.",
        });

    /// <summary>Of another name it is most often no edit: two people took the same version.</summary>
    internal static CairnException Changed(MigrationDescriptor migration, AppliedMigration? applied) => applied is null || applied.Name == migration.Name
        ? new(ErrorCodes.ChangedFile, $"{migration.Path} changed after it was applied.")
        {
            File = migration.Path,
            Fix = "Bring the file back to what was applied, and write the change as a new migration. With --changed warn it is only told.",
        }
        : new(ErrorCodes.ChangedFile, $"{migration.Path} was not run: {migration.Version} is applied as \"{applied.Name}\", with another text.")
        {
            File = migration.Path,
            Fix = "Give this file a version of its own, and bring the file back that was applied. With --changed warn it is only told.",
        };
}
