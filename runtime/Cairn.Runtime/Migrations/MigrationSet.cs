namespace Cairn.Runtime.Migrations;

/// <summary>All known migrations, from all sources: in order, and each version once. No file was read for it.</summary>
public sealed class MigrationSet
{
    private readonly Dictionary<MigrationVersion, MigrationDescriptor> _byVersion;

    private MigrationSet(IReadOnlyList<MigrationDescriptor> migrations, MigrationNaming naming, IReadOnlyList<string> warnings)
    {
        Migrations = migrations;
        Naming = naming;
        Warnings = warnings;
        _byVersion = new Dictionary<MigrationVersion, MigrationDescriptor>(migrations.Count);
        foreach (var migration in migrations)
        {
            _byVersion.Add(migration.Version, migration);
        }
    }

    /// <summary>The migrations in version order, built-in and custom together.</summary>
    public IReadOnlyList<MigrationDescriptor> Migrations { get; }

    /// <summary>How versions are ordered.</summary>
    public MigrationNaming Naming { get; }

    /// <summary>What looks like a migration but is none.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>Lists all sources and puts their migrations in order.</summary>
    /// <exception cref="CairnException">
    /// Names or folders are wrong (CAIRN1001, 1002, 1008, 1009, 1010), or several migrations have one version (CAIRN1003).
    /// All such errors of all sources are told: the first is thrown, with the others in its <see cref="CairnException.Others"/>.
    /// </exception>
    public static MigrationSet From(IEnumerable<IMigrationSource> sources, MigrationNaming naming)
    {
        var migrations = new List<MigrationDescriptor>();
        var warnings = new List<string>();
        var errors = new List<CairnException>();
        foreach (var source in sources)
        {
            try
            {
                var listing = source.List(naming);
                Merge(migrations, listing.Migrations, naming.Order);
                warnings.AddRange(listing.Warnings);
            }
            catch (CairnException error)
            {
                errors.Add(error);
            }
        }

        var (ordered, hasDuplicates) = InOrder(migrations, naming.Order);
        if (hasDuplicates)
        {
            errors.AddRange(Duplicates(migrations));
        }

        ErrorList.ThrowIfAny(errors);
        return new MigrationSet(ordered, naming, warnings);
    }

    /// <summary>A set of migrations at hand.</summary>
    /// <exception cref="CairnException">Several have one version (CAIRN1003).</exception>
    public static MigrationSet Of(IEnumerable<MigrationDescriptor> migrations, MigrationNaming naming) =>
        From([new Listed([.. migrations])], naming);

    /// <summary>The migration of that version, without regard to case; null where there is none.</summary>
    public MigrationDescriptor? Find(string version) => Find(new MigrationVersion(version));

    /// <summary>The migration of that version; null where there is none.</summary>
    public MigrationDescriptor? Find(MigrationVersion version) => _byVersion.GetValueOrDefault(version);

    // Of two sources, the whole of one most often stands behind some place of the other, as Cairn's own few do.
    private static void Merge(List<MigrationDescriptor> all, IReadOnlyList<MigrationDescriptor> more, IComparer<MigrationVersion> order)
    {
        var place = all.Count;
        while (place > 0 && more.Count > 0 && order.Compare(all[place - 1].Version, more[0].Version) > 0)
        {
            place--;
        }

        all.InsertRange(place, more);
    }

    // Files come in the order of their names, which is all but always that of their versions: seeing that is much cheaper than sorting.
    private static (List<MigrationDescriptor> Ordered, bool HasDuplicates) InOrder(List<MigrationDescriptor> migrations, IComparer<MigrationVersion> order)
    {
        var (isOrdered, hasDuplicates) = Look(migrations, order);
        if (isOrdered)
        {
            return (migrations, hasDuplicates);
        }

        List<MigrationDescriptor> ordered = [.. migrations.OrderBy(migration => migration.Version, order)];
        return (ordered, Look(ordered, order).HasDuplicates);
    }

    private static (bool IsOrdered, bool HasDuplicates) Look(List<MigrationDescriptor> migrations, IComparer<MigrationVersion> order)
    {
        var (isOrdered, hasDuplicates) = (true, false);
        for (var index = 1; index < migrations.Count; index++)
        {
            var difference = order.Compare(migrations[index - 1].Version, migrations[index].Version);
            isOrdered &= difference <= 0;
            hasDuplicates |= difference == 0;
        }

        return (isOrdered, hasDuplicates);
    }

    private static IEnumerable<CairnException> Duplicates(List<MigrationDescriptor> migrations) => migrations
        .GroupBy(migration => migration.Version)
        .Where(group => group.Skip(1).Any())
        .Select(group =>
        {
            var paths = group.Select(migration => migration.Path).Order(StringComparer.Ordinal).ToList();
            return new CairnException(
                ErrorCodes.DuplicateVersion,
                $"{paths.Count} migrations have the version {group.Key} (upper and lower case are the same): {string.Join(", ", paths)}.")
            {
                File = paths[^1],
                Fix = "Give all but one of them another version. Rename the one that no database has yet.",
            };
        });

    private sealed class Listed(IReadOnlyList<MigrationDescriptor> migrations) : IMigrationSource
    {
        public SourceListing List(MigrationNaming naming) => new(migrations, []);
    }
}
