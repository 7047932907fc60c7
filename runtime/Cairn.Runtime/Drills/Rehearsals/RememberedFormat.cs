using Cairn.Runtime.Migrations;

namespace Cairn.Runtime.Drills.Rehearsals;

/// <summary>A format that makes each migration runnable once: a drill runs every one three times.</summary>
internal sealed class RememberedFormat(IMigrationFormat inner) : IMigrationFormat
{
    private readonly Dictionary<MigrationVersion, LoadedMigration> loaded = [];

    public IReadOnlyList<string> Endings => inner.Endings;

    public ValueTask<MigrationSourceText> ReadAsync(MigrationDescriptor migration, CancellationToken cancellationToken) => inner.ReadAsync(migration, cancellationToken);

    public async Task<LoadResult> LoadAsync(IReadOnlyList<MigrationDescriptor> migrations, CancellationToken cancellationToken)
    {
        var missing = migrations.Where(migration => !loaded.ContainsKey(migration.Version)).ToList();
        var result = missing.Count == 0 ? new LoadResult([], []) : await inner.LoadAsync(missing, cancellationToken);
        foreach (var migration in result.Migrations)
        {
            loaded[migration.Descriptor.Version] = migration;
        }

        return new LoadResult([.. migrations.Select(migration => loaded.GetValueOrDefault(migration.Version)).OfType<LoadedMigration>()], result.Errors);
    }
}
