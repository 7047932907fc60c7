using Cairn.Runtime.Execution;

namespace Cairn.Runtime.Hosting;

/// <summary>Migrates when the application starts.</summary>
internal sealed class StartupMigration(IMigrator migrator) : StartupService
{
    /// <exception cref="CairnException">It failed; the application does not start.</exception>
    public override async Task StartingAsync(CancellationToken cancellationToken) =>
        (await migrator.LatestAsync(new LatestRequest(), cancellationToken)).ThrowIfFailed();
}
