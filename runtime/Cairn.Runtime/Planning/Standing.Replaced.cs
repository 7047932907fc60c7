using Cairn.Runtime.Migrations;

namespace Cairn.Runtime.Planning;

/// <content>Migrations that replace others.</content>
public sealed partial class Standing
{
    private readonly Dictionary<MigrationVersion, MigrationDescriptor> _replaced = [];

    /// <summary>What migrations say they replace, as far as that was read.</summary>
    public IReadOnlyDictionary<MigrationVersion, IReadOnlyList<MigrationVersion>> Replaces { get; }

    /// <summary>The migrations that replace others, in version order.</summary>
    public IReadOnlyList<Squash> Squashes { get; } = [];

    /// <summary>
    /// The migrations whose files may say that they replace others, in a way that matters here: only where an applied one's file is gone or has another name, so that most runs read none for it.
    /// </summary>
    /// <param name="all">Also those that are recorded by now.</param>
    public IEnumerable<MigrationDescriptor> MayReplace(bool all)
    {
        var custom = Set.Migrations.Where(migration => migration.Source != MigrationSourceKind.BuiltIn);
        return all && (Missing.Count > 0 || History.Applied.Any(row => row.IsReplaced)) ? custom
            : Missing.Count == 0 && _sameNames ? []
            : custom.Where(migration => History.Find(migration.Version) is not { } row || row.Name != migration.Name);
    }

    /// <summary>How a migration that replaces others stands; null for one that replaces none, as far as that was read.</summary>
    public Squash? SquashOf(MigrationVersion version) => Replaces.ContainsKey(version) ? Squashes.FirstOrDefault(squash => squash.Migration.Version == version) : null;

    /// <summary>Whether an applied migration's file is gone because another one replaces it.</summary>
    public bool IsReplaced(AppliedMigration row) => _replaced.ContainsKey(row.Version) || (row.IsReplaced && Set.Find(row.Version) is null);

    /// <summary>The migration that replaces an applied one; null where none is known to.</summary>
    public MigrationDescriptor? ReplacedBy(AppliedMigration row) => _replaced.GetValueOrDefault(row.Version);

    /// <summary>The same, judged by what migrations replace.</summary>
    public Standing With(IReadOnlyDictionary<MigrationVersion, IReadOnlyList<MigrationVersion>> replaces) => new(Set, History, _checksums, replaces) { Phases = Phases };

    /// <summary>What a migration replaces and is applied is neither missing nor, where it is all of it, is the migration pending.</summary>
    private (IReadOnlyList<MigrationDescriptor> Pending, IReadOnlyList<AppliedMigration> Missing) WithoutReplaced(
        IReadOnlyList<MigrationDescriptor> pending, IReadOnlyList<AppliedMigration> missing)
    {
        foreach (var squash in Squashes.Where(squash => squash.State is SquashState.Due or SquashState.Recorded))
        {
            foreach (var row in squash.Applied.Where(row => row.Version != squash.Migration.Version))
            {
                _replaced[row.Version] = squash.Migration;
            }
        }

        return (
            [.. pending.Where(migration => SquashOf(migration.Version) is not { State: SquashState.Due })],
            [.. missing.Where(row => !_replaced.ContainsKey(row.Version))]);
    }
}
