using System.Diagnostics;
using Cairn.Runtime.Data.Clients;
using Cairn.Runtime.Data.Connections;
using Cairn.Runtime.Data.Sinks;
using Cairn.Runtime.Execution;
using Cairn.Runtime.Execution.Steps;
using Cairn.Runtime.History;
using Cairn.Runtime.Migrations;

namespace Cairn.Runtime.Seeds;

/// <summary>Runs one seed: begin, run, a line in the history log where the database has one, commit.</summary>
internal sealed class SeedRunner(RunConnection connection, HistoryWriter history, MigratorOptions options)
{
    public async Task<(SeedOutcome Outcome, CairnException? Error)> RunAsync(SeedScript seed, CancellationToken cancellationToken)
    {
        var body = seed.Body();
        if (body.IsForOthers(connection.Client.Client))
        {
            return (new SeedOutcome(seed.Name, seed.Path, SeedState.Skipped), null);
        }

        var started = DateTimeOffset.UtcNow;
        var clock = Stopwatch.StartNew();
        connection.Sink.Limits = new SessionLimits(seed.Options.Timeout ?? connection.Limits.Statement, seed.Options.LockTimeout ?? connection.Limits.Lock);
        try
        {
            await new InsideTransaction(connection, options).RunAsync(
                body, ownTransaction: true, () => LineAsync(body, started, clock.Elapsed, cancellationToken), cancellationToken);
            return (new SeedOutcome(seed.Name, seed.Path, SeedState.Done) { Duration = clock.Elapsed }, null);
        }
        catch (CairnException error)
        {
            return (new SeedOutcome(seed.Name, seed.Path, SeedState.Failed) { Duration = clock.Elapsed }, SeedErrors.Of(error, seed.Name));
        }
        finally
        {
            connection.Sink.Limits = connection.Limits;
        }
    }

    /// <summary>For people who ask later who put these rows there; nothing is decided by it.</summary>
    private async Task<IReadOnlyList<OwnStatement>> LineAsync(StepBody body, DateTimeOffset started, TimeSpan duration, CancellationToken cancellationToken)
    {
        if (!await history.HasLogAsync(cancellationToken))
        {
            return [];
        }

        var seed = body.Step.Migration;
        var entry = new HistoryEntry(seed with { Version = new MigrationVersion($"seed:{seed.Name}") }, Direction.Up, HistoryOutcomes.Seeded, started)
        {
            Duration = duration,
            Source = body.Migration.Source,
            Batch = null,
        };
        return [history.Line(entry)];
    }
}
