using System.Collections.Concurrent;
using Cairn.Runtime.Execution;
using Cairn.Runtime.Migrations;

namespace Cairn.Tool.Commands.Fleets;

/// <summary>Lists each source once, so that all targets have the same migrations, also where a file comes or goes meanwhile. What is to be said of the files is said once.</summary>
/// <param name="observer">Is told it.</param>
internal sealed class SharedListing(IRunObserver observer)
{
    private readonly ConcurrentDictionary<MigrationDescriptor, bool> _known = new(ReferenceEqualityComparer.Instance);

    /// <summary>Whether a migration is one of the sources', and not made from what one database has of it.</summary>
    public bool Has(MigrationDescriptor migration) => _known.ContainsKey(migration);

    public IMigrationSource Share(IMigrationSource source) => new Shared(source, this);

    private void Warn(string warning) => observer.Warning(warning);

    private sealed class Shared(IMigrationSource source, SharedListing all) : IMigrationSource
    {
        private readonly Lock _lock = new();
        private SourceListing? _listing;
        private CairnException? _error;

        public SourceListing List(MigrationNaming naming)
        {
            lock (_lock)
            {
                try
                {
                    return _listing ??= Read(naming);
                }
                catch (CairnException error)
                {
                    _error = error;
                    throw;
                }
            }
        }

        private SourceListing Read(MigrationNaming naming)
        {
            if (_error is not null)
            {
                throw _error;
            }

            var listing = source.List(naming);
            foreach (var migration in listing.Migrations)
            {
                all._known.TryAdd(migration, true);
            }

            foreach (var warning in listing.Warnings)
            {
                all.Warn(warning);
            }

            return listing with { Warnings = [] };
        }
    }
}
