using Cairn.Runtime.Migrations;
using Cairn.Runtime.Migrations.Sources;
using Cairn.Runtime.Planning;
using Cairn.Schema.Dialects;

namespace Cairn.Runtime.Squashes;

/// <summary>Decides what becomes one migration, and refuses what must not. Pure. Only files of a project are squashed, never Cairn's own migrations or a host's.</summary>
public static class SquashPlanner
{
    /// <summary>All custom migrations up to a version.</summary>
    /// <param name="standing">The set and the history, with the checksums of today.</param>
    /// <param name="to">The last one.</param>
    /// <exception cref="CairnException">CAIRN1005, 5201; all reasons are in it.</exception>
    public static SquashRange Choose(Standing standing, string to)
    {
        var last = standing.Set.Find(to) ?? throw Known.Unknown(standing, to);
        if (last.Source != MigrationSourceKind.Custom)
        {
            throw SquashErrors.Refused($"{last.Version} ({last.Name}) is no migration of this project: it comes with Cairn or with the host.", "Name one of your own.");
        }

        bool UpTo(MigrationVersion version) => standing.Set.Naming.Order.Compare(version, last.Version) <= 0;
        var range = standing.Set.Migrations.Where(migration => migration.Source == MigrationSourceKind.Custom && UpTo(migration.Version)).ToList();
        if (range.Count < 2)
        {
            throw SquashErrors.Refused($"{last.Path} is the only migration up to {last.Version}: there is nothing to make one of.", "Name a later version.", last.Path);
        }

        ErrorList.ThrowIfAny(
        [
            .. Findings.HalfReplaced(standing),
            .. standing.Set.Migrations.Where(migration => migration.Source == MigrationSourceKind.Host && UpTo(migration.Version)).Take(1).Select(OfHost),
            .. range.Where(standing.Pending.Contains).Select(Pending),
            .. range.Where(migration => standing.IsChanged(migration.Version)).Select(Changed),
            .. standing.Missing.Where(row => !standing.IsBuiltIn(row) && UpTo(row.Version)).Select(Missing),
            .. Folders(range),
        ]);
        var (name, file) = Named(standing.Set.Naming, last.Version, range);
        return new SquashRange(range, last.Version, name, file);
    }

    /// <summary>What the texts say that one file cannot.</summary>
    /// <param name="range">What becomes one.</param>
    /// <param name="loaded">The same, loaded.</param>
    /// <param name="client">The database.</param>
    /// <exception cref="CairnException">Some are for another database, or they are due in two phases (CAIRN5201).</exception>
    public static Phase Check(SquashRange range, IReadOnlyDictionary<MigrationVersion, LoadedMigration> loaded, Client client)
    {
        var all = range.Migrations.Select(migration => loaded[migration.Version]).ToList();
        var phases = all.Select(migration => migration.UpOptions.Phase).Distinct().ToList();
        ErrorList.ThrowIfAny(
        [
            .. all.Where(migration => migration.UpOptions.Clients is { Count: > 0 } clients && clients.Any(other => other != client)).Select(migration => SquashErrors.Refused(
                $"{migration.Descriptor.Path} is for {string.Join(", ", migration.UpOptions.Clients.Select(Refusal.DisplayName))}, and a squash made on {Refusal.DisplayName(client)} is for that alone.",
                "A project that runs on several kinds of databases keeps its migrations; or squash up to a version before this one.", migration.Descriptor.Path)),
            .. phases.Count == 1 ? [] : new[]
            {
                SquashErrors.Refused(
                    $"{all.Find(migration => migration.UpOptions.Phase == Phase.After)!.Descriptor.Path} is of the phase after, and others are of the phase before: one migration has one phase.",
                    "Squash up to a version before this one."),
            },
        ]);
        return phases[0];
    }

    private static (string Name, string FileName) Named(MigrationNaming naming, MigrationVersion version, List<MigrationDescriptor> range)
    {
        for (var number = 1; number <= range.Count + 1; number++)
        {
            var file = naming.FileName(version.Text, number == 1 ? "squashed" : $"squashed-{number}", ".csx");
            var read = naming.Read(file);
            var name = SourceNames.Display(read.Description, file);
            if (read.Version == version && read.Description.Length > 0 && !range.Exists(migration => string.Equals(migration.Name, name, StringComparison.OrdinalIgnoreCase)))
            {
                return (name, file);
            }
        }

        throw SquashErrors.Refused(
            $"In the naming {naming.Name} a file says nothing but its version, so a database could not tell the new migration from the last old one.", "Keep the files as they are.");
    }

    private static IEnumerable<CairnException> Folders(List<MigrationDescriptor> range)
    {
        var other = range.Find(migration => Path.GetDirectoryName(migration.FilePath) != Path.GetDirectoryName(range[0].FilePath));
        return range.Find(migration => migration.FilePath is null) is { } without
            ? [SquashErrors.Refused($"{without.Path} has no file here.", "Squash in the folder with the migrations, without --bundle.")]
            : other is null ? []
            : [SquashErrors.Refused($"{range[0].Path} and {other.Path} are in two folders, and one file cannot be in both.", "Move the migrations up to that version into one folder first.", other.Path)];
    }

    private static CairnException OfHost(MigrationDescriptor migration) => SquashErrors.Refused(
        $"{migration.Version} ({migration.Name}) is a migration of the host: files cannot stand for it, nor be tried without it.", "Squash up to a version before it.");

    private static CairnException Pending(MigrationDescriptor migration) => SquashErrors.Refused(
        $"{migration.Path} is pending: what becomes one must be applied.", "dotnet cairn migrate:latest applies it; or squash up to an earlier version.", migration.Path);

    private static CairnException Changed(MigrationDescriptor migration) => SquashErrors.Refused(
        $"{migration.Path} changed after it was applied: what it makes now is not what databases have.", "Bring the file back to what was applied.", migration.Path);

    private static CairnException Missing(AppliedMigration row) => SquashErrors.Refused(
        $"{row.Version} ({row.Name}) is applied, but its file is gone: what it made would be missing.", $"Bring the file back; or record it as not applied: dotnet cairn migrate:mark {row.Version} --unapply.");
}
