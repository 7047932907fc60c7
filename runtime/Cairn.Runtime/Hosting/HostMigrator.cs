using Cairn.Runtime.Drills;
using Cairn.Runtime.Drills.Reports;
using Cairn.Runtime.Execution;
using Cairn.Runtime.Execution.Reports;
using Cairn.Runtime.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cairn.Runtime.Hosting;

/// <summary>The migrator of an application: every call in a scope of its services, with a span of its own where somebody listens.</summary>
/// <param name="options">What the application says.</param>
/// <param name="services">Its services; null where it has no container.</param>
/// <param name="logger">Where it is told what happens.</param>
internal sealed class HostMigrator(CairnOptions options, IServiceProvider? services, ILogger logger) : IMigrator
{
    public Task<RunReport> PlanAsync(LatestRequest request, CancellationToken cancellationToken) => RunAsync(
        new TracedCall(SpanNames.Plan) { Direction = Direction.Up, Phase = request.Phase },
        (migrator, token) => migrator.LatestAsync(request with { DryRun = true }, token),
        cancellationToken);

    public Task<RunReport> LatestAsync(LatestRequest request, CancellationToken cancellationToken) => RunAsync(
        new TracedCall(SpanNames.Latest)
        {
            Direction = Direction.Up,
            Phase = request.Phase,
            SingleTransaction = request.SingleTransaction,
            LeavesNothingPending = request is { To: null, Phase: null },
        },
        (migrator, token) => migrator.LatestAsync(request, token),
        cancellationToken);

    public Task<RunReport> UpAsync(UpRequest request, CancellationToken cancellationToken) =>
        RunAsync(new TracedCall(SpanNames.Up) { Direction = Direction.Up }, (migrator, token) => migrator.UpAsync(request, token), cancellationToken);

    public Task<RunReport> DownAsync(DownRequest request, CancellationToken cancellationToken) =>
        RunAsync(new TracedCall(SpanNames.Down) { Direction = Direction.Down }, (migrator, token) => migrator.DownAsync(request, token), cancellationToken);

    public Task<RunReport> RollbackAsync(RollbackRequest request, CancellationToken cancellationToken) =>
        RunAsync(new TracedCall(SpanNames.Rollback) { Direction = Direction.Down }, (migrator, token) => migrator.RollbackAsync(request, token), cancellationToken);

    public Task<DrillReport> DrillAsync(DrillRequest request, CancellationToken cancellationToken) => WithAsync(
        new TracedCall(SpanNames.Drill),
        (settings, call, token) => new Driller(HostSettings.ForDrill(settings, options.DrillConnectionString)).RunAsync(
            request, call is null ? new LoggingDrillObserver(logger) : new TracingDrillObserver(logger, call), token),
        cancellationToken);

    public Task<MigrationCheck> CheckAsync(CancellationToken cancellationToken) => WithAsync(
        new TracedCall(SpanNames.Check), async (settings, _, token) => MigrationCheck.Of(await new Migrator(settings).GlanceAsync(token)), cancellationToken);

    public Task<StatusReport> StatusAsync(CancellationToken cancellationToken) =>
        WithAsync(new TracedCall(SpanNames.Status), (settings, _, token) => new Migrator(settings).StatusAsync(token), cancellationToken);

    public Task<string?> CurrentAsync(CancellationToken cancellationToken) =>
        WithAsync(new TracedCall(SpanNames.Current), (settings, _, token) => new Migrator(settings).CurrentAsync(token), cancellationToken);

    public Task<ValidationReport> ValidateAsync(bool checkPending, CancellationToken cancellationToken) =>
        WithAsync(new TracedCall(SpanNames.Validate), (settings, _, token) => new Migrator(settings).ValidateAsync(checkPending, token), cancellationToken);

    /// <summary>Every run goes through here, and its end is logged.</summary>
    private Task<RunReport> RunAsync(TracedCall call, Func<Migrator, CancellationToken, Task<RunReport>> work, CancellationToken cancellationToken) => WithAsync(
        call,
        async (settings, _, token) =>
        {
            var report = await work(new Migrator(settings), token);
            foreach (var warning in report.Warnings)
            {
                logger.Warned(warning);
            }

            logger.Ended(report);
            return report;
        },
        cancellationToken);

    /// <summary>Every call goes through here.</summary>
    private async Task<T> WithAsync<T>(TracedCall traced, Func<MigratorOptions, CallTelemetry?, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        using var call = CallTelemetry.Begin(traced, options.StatementEvents);
        try
        {
            var result = await InScopeAsync(call, work, cancellationToken);
            call?.Ended(result);
            return result;
        }
        catch (Exception exception)
        {
            call?.Failed(exception);
            throw;
        }
    }

    private async Task<T> InScopeAsync<T>(CallTelemetry? call, Func<MigratorOptions, CallTelemetry?, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        if (services?.GetService(typeof(IServiceScopeFactory)) is not IServiceScopeFactory scopes)
        {
            return await work(await SettingsAsync(call, services, cancellationToken), call, cancellationToken);
        }

        await using var scope = scopes.CreateAsyncScope();
        return await work(await SettingsAsync(call, scope.ServiceProvider, cancellationToken), call, cancellationToken);
    }

    private async Task<MigratorOptions> SettingsAsync(CallTelemetry? call, IServiceProvider? scope, CancellationToken cancellationToken)
    {
        IReadOnlyList<IRunObserver> observers = [new LoggingObserver(logger), .. options.Observers];
        var observer = new CombinedObserver(call is null ? observers : [new SpanStarts(call), .. observers, new SpanEnds(call)]);
        var settings = await HostSettings.ReadAsync(options, scope, observer, cancellationToken);
        return call is null ? settings : call.Join(settings);
    }
}
