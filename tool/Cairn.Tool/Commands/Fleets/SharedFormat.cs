using System.Collections.Concurrent;
using Cairn.Runtime.Migrations;

namespace Cairn.Tool.Commands.Fleets;

/// <summary>
/// A format that reads and loads each migration once, for all targets. One at a time goes in; the others wait, and find what it loaded. What was
/// loaded keeps no state between runs, so it can be run on several databases at once.
/// </summary>
/// <param name="inner">The format itself.</param>
/// <param name="isShared">Whether a migration is the same for all targets; one from the log of a database is not.</param>
internal sealed class SharedFormat(IMigrationFormat inner, Func<MigrationDescriptor, bool> isShared) : IMigrationFormat, IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly ConcurrentDictionary<MigrationDescriptor, MigrationSourceText> _texts = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<MigrationDescriptor, LoadedMigration> _loaded = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, IReadOnlyList<CairnException>> _failed = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Endings => inner.Endings;

    public void Dispose() => _gate.Dispose();

    public async ValueTask<MigrationSourceText> ReadAsync(MigrationDescriptor migration, CancellationToken cancellationToken)
    {
        if (_texts.TryGetValue(migration, out var known))
        {
            return known;
        }

        var text = await inner.ReadAsync(migration, cancellationToken);
        // The first to have read it decides: all targets compare with the same text.
        return isShared(migration) ? _texts.GetOrAdd(migration, text) : text;
    }

    public async Task<LoadResult> LoadAsync(IReadOnlyList<MigrationDescriptor> migrations, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var missing = migrations.Where(migration => !_loaded.ContainsKey(migration)).ToList();
            if (missing.Count == 0)
            {
                return new LoadResult([.. migrations.Select(migration => _loaded[migration])], []);
            }

            if (!missing.TrueForAll(migration => isShared(migration)))
            {
                return await inner.LoadAsync(migrations, cancellationToken);
            }

            // What does not compile is not compiled again for each target.
            var key = string.Join('\n', missing.Select(migration => migration.Path));
            if (!_failed.TryGetValue(key, out var errors))
            {
                var result = await inner.LoadAsync(missing, cancellationToken);
                foreach (var migration in result.Migrations)
                {
                    _loaded[migration.Descriptor] = migration;
                }

                errors = result.Errors;
                if (errors.Count > 0)
                {
                    _failed[key] = errors;
                    _failed[string.Join('\n', missing.Where(migration => !_loaded.ContainsKey(migration)).Select(migration => migration.Path))] = errors;
                }
            }

            return new LoadResult([.. migrations.Where(_loaded.ContainsKey).Select(migration => _loaded[migration])], errors);
        }
        finally
        {
            _gate.Release();
        }
    }
}
