using Cairn.Runtime.Migrations;
using Cairn.Runtime.Migrations.Namings;

namespace Cairn.Runtime.Planning;

/// <summary>How the known migrations stand to the applied ones: everything that planning and listing ask, found in one pass.</summary>
public sealed partial class Standing
{
    private readonly Dictionary<MigrationVersion, AppliedMigration> _renamed = [];
    private readonly HashSet<MigrationVersion> _renamedFrom = [];
    private readonly HashSet<MigrationVersion> _changed = [];
    private readonly MigrationVersion? _newestApplied;
    private readonly bool _sameNames;
    private readonly IReadOnlyDictionary<MigrationVersion, string>? _checksums;

    /// <summary>Compares them.</summary>
    /// <param name="set">The known migrations.</param>
    /// <param name="history">The applied ones.</param>
    /// <param name="checksums">Checksums of the files of today, for those of <see cref="NeedingChecksum"/>; what is absent is not judged.</param>
    /// <param name="replaces">What migrations say they replace, for those of <see cref="MayReplace"/>; what is absent replaces nothing.</param>
    public Standing(
        MigrationSet set, HistoryState history, IReadOnlyDictionary<MigrationVersion, string>? checksums = null,
        IReadOnlyDictionary<MigrationVersion, IReadOnlyList<MigrationVersion>>? replaces = null)
    {
        (Set, History, _checksums, Replaces) = (set, history, checksums, replaces ?? new Dictionary<MigrationVersion, IReadOnlyList<MigrationVersion>>());
        (Pending, Missing, _newestApplied, _sameNames) = Compare(set, history);
        if (Replaces.Count > 0)
        {
            Squashes = [.. set.Migrations.Where(migration => Replaces.ContainsKey(migration.Version))
                .Select(migration => Squash.Of(migration, Replaces[migration.Version], history, checksums?.GetValueOrDefault(migration.Version)))];
            (Pending, Missing) = WithoutReplaced(Pending, Missing);
        }

        if (checksums is { Count: > 0 })
        {
            FindChanged(checksums);
            FindRenamed(checksums);
        }
    }

    /// <summary>The known migrations.</summary>
    public MigrationSet Set { get; }

    /// <summary>The applied ones.</summary>
    public HistoryState History { get; }

    /// <summary>Known and not applied, in version order; renamed ones are among them. One that replaces what is all applied counts as applied.</summary>
    public IReadOnlyList<MigrationDescriptor> Pending { get; }

    /// <summary>Applied and not known, in version order; what was replaced by another migration is not among them.</summary>
    public IReadOnlyList<AppliedMigration> Missing { get; }

    /// <summary>Applied, and the file is another than the one applied; in version order.</summary>
    public IEnumerable<MigrationDescriptor> Changed => Set.Migrations.Where(migration => _changed.Contains(migration.Version));

    /// <summary>
    /// Whether all that is known is applied, all that is applied is known, by the same names and, where files were read, with the same text: nothing hangs then on what the history log says.
    /// </summary>
    public bool IsUpToDate => Pending.Count == 0 && Missing.Count == 0 && _sameNames && _changed.Count == 0 && !Squashes.Any(squash => squash.State is SquashState.Due or SquashState.Half);

    /// <summary>Whether an applied migration's file has another name than was recorded: seen without reading it, and worth reading it for.</summary>
    public bool HasOtherNames => History.Applied.Any(row => row.Checksum is not null && Set.Find(row.Version) is { } file && file.Name != row.Name);

    /// <summary>Pending, with the content of a missing one; in version order.</summary>
    public IEnumerable<MigrationDescriptor> Renamed => Pending.Where(migration => _renamed.ContainsKey(migration.Version));

    /// <summary>
    /// The migrations whose files must be read to know what changed: applied ones with a recorded checksum,
    /// and pending ones only where one that may have been renamed is missing.
    /// </summary>
    public IEnumerable<MigrationDescriptor> NeedingChecksum()
    {
        var renamesPossible = Missing.Any(row => row.Checksum is not null);
        return Set.Migrations.Where(migration => History.Find(migration.Version) is { } row ? row.Checksum is not null : renamesPossible);
    }

    /// <summary>The phases of pending migrations, where they are known; a migration's phase is only known once it is compiled.</summary>
    public IReadOnlyDictionary<MigrationVersion, Phase> Phases { get; private set; } = new Dictionary<MigrationVersion, Phase>();

    /// <summary>The phase of a pending migration; <see cref="Phase.Before"/> where it is not known.</summary>
    public Phase PhaseOf(MigrationDescriptor pending) => Phases.GetValueOrDefault(pending.Version);

    /// <summary>The same, judged by the checksums of the files of today.</summary>
    public Standing With(IReadOnlyDictionary<MigrationVersion, string> checksums) => new(Set, History, checksums, Replaces) { Phases = Phases };

    /// <summary>The same, with the phases of the pending migrations.</summary>
    public Standing With(IReadOnlyDictionary<MigrationVersion, Phase> phases)
    {
        var standing = (Standing)MemberwiseClone();
        standing.Phases = phases;
        return standing;
    }

    /// <summary>Whether an applied migration's file is another than the one applied.</summary>
    public bool IsChanged(MigrationVersion version) => _changed.Contains(version);

    /// <summary>The missing migration that a pending one has the content of; null where there is none.</summary>
    public AppliedMigration? RenamedFrom(MigrationVersion version) => _renamed.GetValueOrDefault(version);

    /// <summary>Whether a missing migration's content is there under another version.</summary>
    public bool WasRenamed(AppliedMigration missing) => _renamedFrom.Contains(missing.Version);

    /// <summary>
    /// Whether a pending migration is older than the newest applied one. Cairn's own never are; nor are those of the phase after, since newer ones
    /// of the phase before are applied ahead of them by design.
    /// </summary>
    public bool IsOutOfOrder(MigrationDescriptor pending) =>
        pending.Source != MigrationSourceKind.BuiltIn
        && PhaseOf(pending) != Phase.After
        && _newestApplied is not null
        && Set.Naming.Order.Compare(pending.Version, _newestApplied) < 0;

    /// <summary>The newest applied migration that is not Cairn's own; null where there is none.</summary>
    public MigrationVersion? NewestApplied => _newestApplied;

    /// <summary>Whether a row is of one of Cairn's own migrations.</summary>
    public bool IsBuiltIn(AppliedMigration row) => SourceOf(row) == MigrationSourceKind.BuiltIn;

    /// <summary>Where an applied migration comes from; where neither the set nor the history knows, its version's form tells.</summary>
    public MigrationSourceKind SourceOf(AppliedMigration row) => SourceOf(row, Set.Find(row.Version));

    private static MigrationSourceKind SourceOf(AppliedMigration row, MigrationDescriptor? known) =>
        known?.Source
        ?? row.Source
        ?? (CairnNaming.IsReserved(row.Version) ? MigrationSourceKind.BuiltIn : MigrationSourceKind.Custom);

    // One pass over each side: this is done for each run, and is the part of it that grows with what was applied.
    private (List<MigrationDescriptor> Pending, IReadOnlyList<AppliedMigration> Missing, MigrationVersion? Newest, bool SameNames) Compare(MigrationSet set, HistoryState history)
    {
        var pending = new List<MigrationDescriptor>();
        foreach (var migration in set.Migrations)
        {
            if (!history.Has(migration.Version))
            {
                pending.Add(migration);
            }
        }

        var missing = new List<AppliedMigration>();
        MigrationVersion? newest = null;
        var sameNames = true;
        foreach (var row in history.Applied)
        {
            var known = set.Find(row.Version);
            if (known is null && !row.IsReplaced)
            {
                missing.Add(row);
            }

            sameNames &= known is null || known.Name == row.Name;
            if (SourceOf(row, known) != MigrationSourceKind.BuiltIn && (newest is null || set.Naming.Order.Compare(row.Version, newest) > 0))
            {
                newest = row.Version;
            }
        }

        return (pending, missing.Count == 0 ? missing : [.. missing.OrderBy(row => row.Version, set.Naming.Order)], newest, sameNames);
    }

    private void FindChanged(IReadOnlyDictionary<MigrationVersion, string> checksums)
    {
        foreach (var row in History.Applied)
        {
            if (row.Checksum is not null && Set.Find(row.Version) is not null
                && checksums.TryGetValue(row.Version, out var today) && today != row.Checksum
                && SquashOf(row.Version) is not { State: SquashState.Due or SquashState.Half })
            {
                _changed.Add(row.Version);
            }
        }
    }

    /// <summary>Of several files with a missing one's content all count as renamed: which of them was meant is not for us to guess.</summary>
    private void FindRenamed(IReadOnlyDictionary<MigrationVersion, string> checksums)
    {
        var missing = new Dictionary<string, AppliedMigration>();
        foreach (var row in Missing.Where(row => row.Checksum is not null))
        {
            missing.TryAdd(row.Checksum!, row);
        }

        foreach (var migration in Pending)
        {
            if (checksums.TryGetValue(migration.Version, out var today) && missing.TryGetValue(today, out var from))
            {
                _renamed[migration.Version] = from;
                _renamedFrom.Add(from.Version);
            }
        }
    }
}
