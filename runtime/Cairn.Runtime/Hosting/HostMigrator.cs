using Cairn.Runtime.Drills;
using Cairn.Runtime.Drills.Reports;
using Cairn.Runtime.Execution;
using Cairn.Runtime.Execution.Reports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cairn.Runtime.Hosting;

/// <summary>The migrator of an application: every call in a scope of its services.</summary>
/// <param name="options">What the application says.</param>
/// <param name="services">Its services; null where it has no container.</param>
/// <param name="logger">Where it is told what happens.</param>
internal sealed class HostMigrator(CairnOptions options, IServiceProvider? services, ILogger logger) : IMigrator
{
    public Task<RunReport> PlanAsync(LatestRequest request, CancellationToken cancellationToken) =>
        RunAsync((migrator, token) => migrator.LatestAsync(request with { DryRun = true }, token), cancellationToken);

    public Task<RunReport> LatestAsync(LatestRequest request, CancellationToken cancellationToken) =>
        RunAsync((migrator, token) => migrator.LatestAsync(request, token), cancellationToken);

    public Task<RunReport> UpAsync(UpRequest request, CancellationToken cancellationToken) =>
        RunAsync((migrator, token) => migrator.UpAsync(request, token), cancellationToken);

    public Task<RunReport> DownAsync(DownRequest request, CancellationToken cancellationToken) =>
        RunAsync((migrator, token) => migrator.DownAsync(request, token), cancellationToken);

    public Task<RunReport> RollbackAsync(RollbackRequest request, CancellationToken cancellationToken) =>
        RunAsync((migrator, token) => migrator.RollbackAsync(request, token), cancellationToken);

    public Task<DrillReport> DrillAsync(DrillRequest request, CancellationToken cancellationToken) => WithAsync(
        (settings, token) => new Driller(HostSettings.ForDrill(settings, options.DrillConnectionString)).RunAsync(request, new LoggingDrillObserver(logger), token),
        cancellationToken);

    public Task<MigrationCheck> CheckAsync(CancellationToken cancellationToken) => WithAsync(
        async (settings, token) => MigrationCheck.Of(await new Migrator(settings).GlanceAsync(token)), cancellationToken);

    public Task<StatusReport> StatusAsync(CancellationToken cancellationToken) =>
        WithAsync((settings, token) => new Migrator(settings).StatusAsync(token), cancellationToken);

    public Task<string?> CurrentAsync(CancellationToken cancellationToken) =>
        WithAsync((settings, token) => new Migrator(settings).CurrentAsync(token), cancellationToken);

    public Task<ValidationReport> ValidateAsync(bool checkPending, CancellationToken cancellationToken) =>
        WithAsync((settings, token) => new Migrator(settings).ValidateAsync(checkPending, token), cancellationToken);

    /// <summary>Every run goes through here, and its end is logged; the place for what measures runs.</summary>
    private async Task<RunReport> RunAsync(Func<Migrator, CancellationToken, Task<RunReport>> work, CancellationToken cancellationToken)
    {
        var report = await WithAsync((settings, token) => work(new Migrator(settings), token), cancellationToken);
        foreach (var warning in report.Warnings)
        {
            logger.Warned(warning);
        }

        logger.Ended(report);
        return report;
    }

    private async Task<T> WithAsync<T>(Func<MigratorOptions, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        if (services?.GetService(typeof(IServiceScopeFactory)) is not IServiceScopeFactory scopes)
        {
            return await work(await HostSettings.ReadAsync(options, services, Observer(), cancellationToken), cancellationToken);
        }

        await using var scope = scopes.CreateAsyncScope();
        return await work(await HostSettings.ReadAsync(options, scope.ServiceProvider, Observer(), cancellationToken), cancellationToken);
    }

    private CombinedObserver Observer() => new([new LoggingObserver(logger), .. options.Observers]);
}
