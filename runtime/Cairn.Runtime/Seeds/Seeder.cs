using Cairn.Runtime.Data.Connections;
using Cairn.Runtime.Execution;
using Cairn.Runtime.Execution.DryRuns;
using Cairn.Runtime.Planning;

namespace Cairn.Runtime.Seeds;

/// <summary>Runs seeds, each in a transaction of its own, under the migration lock. Which ran is not recorded as migrations are: a seed runs whenever it is asked for.</summary>
/// <param name="options">The database, as for a <see cref="Migrator"/>.</param>
/// <example><code>var report = await new Seeder(options).RunAsync(seeds, dryRun: false, finished: null, cancellationToken);</code></example>
public sealed class Seeder(MigratorOptions options)
{
    private readonly MigrationRun run = new(options);

    /// <summary>Runs them in the given order. The first failure ends the run and is in the report; what was done before it stays done.</summary>
    /// <param name="seeds">The seeds, compiled.</param>
    /// <param name="dryRun">Only follow them, and tell the statements.</param>
    /// <param name="finished">Is told of each one when it ended; null for nobody.</param>
    /// <param name="cancellationToken">Stops it; the seed that runs is rolled back.</param>
    /// <exception cref="CairnException">The database or the lock cannot be had.</exception>
    public Task<SeedReport> RunAsync(IReadOnlyList<SeedScript> seeds, bool dryRun, Action<SeedOutcome>? finished, CancellationToken cancellationToken) => dryRun
        ? FollowAsync(seeds, cancellationToken)
        : run.LockedAsync(connection => RunAsync(connection, seeds, finished, cancellationToken), cancellationToken);

    private async Task<SeedReport> RunAsync(RunConnection connection, IReadOnlyList<SeedScript> seeds, Action<SeedOutcome>? finished, CancellationToken cancellationToken)
    {
        if (!connection.Client.Dialect.Capabilities.TransactionalDdl)
        {
            connection.Sink.Probe = new SeedGuard(connection.Client.Client);
        }

        var runner = new SeedRunner(connection, await run.WriterAsync(connection, cancellationToken), options);
        var outcomes = new List<SeedOutcome>();
        var report = new SeedReport(options.Target.Client, options.Target.Database) { Seeds = outcomes };
        foreach (var seed in seeds)
        {
            if (cancellationToken.IsCancellationRequested)
            {
                return report with { Error = SeedErrors.Cancelled() };
            }

            var (outcome, error) = await runner.RunAsync(seed, cancellationToken);
            outcomes.Add(outcome);
            finished?.Invoke(outcome);
            if (error is not null)
            {
                return report with { Error = error };
            }
        }

        return report;
    }

    private async Task<SeedReport> FollowAsync(IReadOnlyList<SeedScript> seeds, CancellationToken cancellationToken)
    {
        await using var connection = await run.OpenAsync(readOnly: true, cancellationToken);
        var bodies = seeds.Select(seed => seed.Body()).ToList();
        var plan = new Plan([.. bodies.Select(body => body.Step)], []);
        var loaded = bodies.ToDictionary(body => body.Step.Migration.Version, body => body.Migration);
        var followed = await new DryRunner(connection, options).RunAsync(plan, loaded, cancellationToken);
        return new SeedReport(options.Target.Client, options.Target.Database)
        {
            DryRun = true,
            Error = followed.Error is { } error ? SeedErrors.Of(error, followed.Migrations[^1].Version) : Refused(connection, followed),
            Seeds = [.. followed.Migrations.Zip(bodies, (outcome, body) => Planned(outcome, body, connection.Client.Client))],
        };
    }

    /// <summary>What the run would refuse.</summary>
    private static CairnException? Refused(RunConnection connection, Execution.Reports.RunReport followed)
    {
        if (connection.Client.Dialect.Capabilities.TransactionalDdl)
        {
            return null;
        }

        var guard = new SeedGuard(connection.Client.Client);
        return followed.Migrations
            .SelectMany(seed => seed.Sql.Select(sql => guard.Refusal(sql) is { } refusal
                ? new CairnException(refusal.Code, $"{seed.Version}: {refusal.Message}") { File = seed.Path, Fix = refusal.Fix, DatabaseState = "Nothing was changed: this was a dry run." }
                : null))
            .FirstOrDefault(refusal => refusal is not null);
    }

    private static SeedOutcome Planned(Execution.Reports.MigrationOutcome outcome, Execution.Steps.StepBody body, Client client)
    {
        var state = outcome.State == Execution.Reports.OutcomeState.Failed ? SeedState.Failed : body.IsForOthers(client) ? SeedState.Skipped : SeedState.Planned;
        return new SeedOutcome(outcome.Version, outcome.Path, state) { Sql = outcome.Sql, Notes = state == SeedState.Skipped ? [] : outcome.Notes };
    }
}
