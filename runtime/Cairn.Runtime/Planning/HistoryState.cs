using Cairn.Runtime.Migrations;

namespace Cairn.Runtime.Planning;

/// <summary>What a database says was applied to it: an immutable value, read once.</summary>
public sealed class HistoryState
{
    private readonly Dictionary<MigrationVersion, AppliedMigration> _byVersion;

    /// <summary>A history of these rows.</summary>
    /// <param name="applied">The rows, in any order.</param>
    /// <exception cref="CairnException">Two rows have one version but for the case of its letters (CAIRN4001).</exception>
    public HistoryState(IReadOnlyList<AppliedMigration> applied)
    {
        Applied = applied;
        _byVersion = new Dictionary<MigrationVersion, AppliedMigration>(applied.Count);
        foreach (var row in applied)
        {
            if (!_byVersion.TryAdd(row.Version, row))
            {
                throw new CairnException(
                    ErrorCodes.TrackingTableShape,
                    $"The tracking table has one version twice: {_byVersion[row.Version].Version} and {row.Version}.")
                {
                    Fix = "Delete one of the two rows.",
                };
            }
        }
    }

    /// <summary>A database that nothing was applied to.</summary>
    public static HistoryState Empty { get; } = new([]);

    /// <summary>The rows, as they were given.</summary>
    public IReadOnlyList<AppliedMigration> Applied { get; }

    /// <summary>The row of that version, without regard to case; null where it is not applied.</summary>
    public AppliedMigration? Find(MigrationVersion version) => _byVersion.GetValueOrDefault(version);

    /// <summary>The row of that version, without regard to case; null where it is not applied.</summary>
    public AppliedMigration? Find(string version) => Find(new MigrationVersion(version));

    /// <summary>Whether that version is applied.</summary>
    public bool Has(MigrationVersion version) => _byVersion.ContainsKey(version);
}
