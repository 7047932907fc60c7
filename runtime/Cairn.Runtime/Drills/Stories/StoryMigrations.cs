using Cairn.Runtime.Drills.Scratch;
using Cairn.Runtime.Execution;
using Cairn.Runtime.Execution.Reports;
using Cairn.Runtime.Migrations;
using Cairn.Runtime.Planning;

namespace Cairn.Runtime.Drills.Stories;

/// <summary>Runs migrations on a story's copy, as the commands of the same names do.</summary>
/// <param name="options">For the copy.</param>
/// <param name="timeout">The longest that one direction of a migration may take.</param>
internal sealed class StoryMigrations(MigratorOptions options, TimeSpan? timeout)
{
    /// <summary>How long a cancelled migration has to end, before the copy is taken away from under it.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private readonly PlanPolicies policies = PlanPolicies.From(options);

    public async Task<string> UpToAsync(string version, CancellationToken cancellationToken)
    {
        var back = await RunAsync(standing => After(standing, version), new RunMode(ChecksFiles: true), cancellationToken);
        var up = await RunAsync(standing => Planner.Latest(standing, policies, version), new RunMode(), cancellationToken);
        var parts = new[] { ("rolled back ", Own(back)), ("applied ", Own(up)) }.Where(part => part.Item2.Count > 0).Select(part => part.Item1 + string.Join(", ", part.Item2)).ToList();
        return $"up to {version}: {(parts.Count == 0 ? "nothing to do" : string.Join("; ", parts))}";
    }

    public async Task<string> LatestAsync(CancellationToken cancellationToken)
    {
        var applied = Own(await RunAsync(standing => Planner.Latest(standing, policies), new RunMode(), cancellationToken));
        return $"latest: {(applied.Count == 0 ? "nothing was pending" : string.Join(", ", applied))}";
    }

    public async Task<string> DownAsync(DownRequest request, string what, CancellationToken cancellationToken) =>
        $"{what}: {string.Join(", ", Own(await RunAsync(standing => Planner.Down(standing, request, policies), new RunMode(ChecksFiles: true), cancellationToken)))}";

    /// <summary>All that is applied and comes after a version, the newest first.</summary>
    private Plan After(Standing standing, string version)
    {
        var last = Known.Version(standing, version);
        IReadOnlyList<AppliedMigration> later = standing.NewestApplied is null
            ? []
            : [.. DownPlan.NewestFirst(standing, includeBuiltIn: false).Where(row => standing.Set.Naming.Order.Compare(row.Version, last) > 0)];
        return later.Count == 0 ? Plan.Empty : DownPlan.Checked(standing, policies, later, fromHistory: false);
    }

    private static List<string> Own(RunReport report) =>
        [.. report.Migrations.Where(migration => migration.Source != MigrationSourceKind.BuiltIn).Select(migration => migration.Version)];

    private async Task<RunReport> RunAsync(Func<Standing, Plan> decide, RunMode mode, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var hard = new CancellationTokenSource();
        await using var late = limit.Token.Register(() => hard.CancelAfter(Grace));
        var clock = new MigrationClock(options.Observer, limit, timeout);
        try
        {
            // A script may work without ever waiting: it must not keep this thread.
            var run = new MigrationRun(options with { Observer = clock });
            var report = await Task.Run(() => run.RunAsync(decide, mode, limit.Token), CancellationToken.None).WaitAsync(hard.Token);
            cancellationToken.ThrowIfCancellationRequested();
            return report.Error is not { } error ? report : throw (limit.IsCancellationRequested ? TookTooLong(clock.Current, error) : error);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw TookTooLong(clock.Current, exception);
        }
    }

    private CairnException TookTooLong(MigrationOutcome? migration, Exception inner) => new(
        ErrorCodes.DrillTimeout, $"{migration?.Version ?? "A migration"} took longer than {Duration.Format(timeout ?? TimeSpan.Zero)} on the copy, and was stopped.", inner)
    {
        File = migration?.Path,
        Fix = "Make it do less at once, or raise --timeout.",
        DatabaseState = ScratchErrors.Untouched,
    };
}
