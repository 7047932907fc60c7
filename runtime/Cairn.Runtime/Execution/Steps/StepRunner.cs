using System.Diagnostics;
using Cairn.Runtime.Data.Clients;
using Cairn.Runtime.Data.Connections;
using Cairn.Runtime.Data.Sinks;
using Cairn.Runtime.History;

namespace Cairn.Runtime.Execution.Steps;

/// <summary>What a step did.</summary>
/// <param name="Duration">How long it took, its commit included.</param>
/// <param name="At">When it was recorded (UTC).</param>
internal sealed record StepResult(TimeSpan Duration, DateTimeOffset At);

/// <summary>Runs one step and records it: begin, run, record, commit.</summary>
internal sealed class StepRunner(RunConnection connection, HistoryWriter history, StepJournals journals, MigratorOptions options)
{
    /// <exception cref="CairnException">It failed; the error says in which state the database is.</exception>
    public async Task<StepResult> RunAsync(StepBody body, bool ownTransaction, CancellationToken cancellationToken)
    {
        var started = DateTimeOffset.UtcNow;
        var clock = Stopwatch.StartNew();
        connection.Sink.Limits = Limits(body);
        try
        {
            if (body.Step.IsRecordOnly || body.IsForOthers(connection.Client.Client))
            {
                await OnlyRecordAsync(body, () => RecordAsync(body, started, clock.Elapsed, cancellationToken), ownTransaction, cancellationToken);
            }
            else if (journals.IsFor(body))
            {
                await new OutsideTransaction(connection, options).RunAsync(
                    body, journals.Open(body), () => RecordAsync(body, started, clock.Elapsed, cancellationToken), cancellationToken);
            }
            else
            {
                await new InsideTransaction(connection, options).RunAsync(
                    body, ownTransaction, () => RecordAsync(body, started, clock.Elapsed, cancellationToken), cancellationToken);
            }
        }
        catch (CairnException error)
        {
            await TryLogFailureAsync(body, started, clock.Elapsed, error);
            throw;
        }
        finally
        {
            connection.Sink.Limits = connection.Limits;
        }

        return new StepResult(clock.Elapsed, DateTimeOffset.UtcNow);
    }

    private SessionLimits Limits(StepBody body) =>
        new(body.Options.Timeout ?? connection.Limits.Statement, body.Options.LockTimeout ?? connection.Limits.Lock);

    /// <summary>Records the step; what it gives back is still to be run, last before the commit.</summary>
    private async Task<IReadOnlyList<OwnStatement>> RecordAsync(StepBody body, DateTimeOffset started, TimeSpan duration, CancellationToken cancellationToken)
    {
        var up = body.Step.Direction == Direction.Up;
        if (body.Step.IsRecordOnly)
        {
            await history.ReplaceAsync(body.Step.Migration, body.Migration.Source, body.Step.Replaced!, started, cancellationToken);
            return [];
        }

        if (body.IsRecordedWithCommit)
        {
            return [history.Insertion(body.Step.Migration, DateTimeOffset.UtcNow), history.Line(Entry(body, HistoryOutcomes.Applied, started, duration))];
        }

        if (!up && body.Step.Migration.Source == Migrations.MigrationSourceKind.BuiltIn && !await history.HasTrackingTableAsync(cancellationToken))
        {
            // The first of Cairn's own migrations took the table away that it was recorded in.
            return [];
        }

        if (up)
        {
            await history.InsertAsync(body.Step.Migration, DateTimeOffset.UtcNow, cancellationToken);
        }
        else
        {
            foreach (var version in (body.Step.Replaced ?? []).Select(row => row.Version).Append(body.Step.Applied?.Version ?? body.Step.Migration.Version))
            {
                await history.DeleteAsync(version, cancellationToken);
            }
        }

        await LogAsync(body, Entry(body, up ? HistoryOutcomes.Applied : HistoryOutcomes.RolledBack, started, duration), cancellationToken);
        return [];
    }

    private static HistoryEntry Entry(StepBody body, string outcome, DateTimeOffset started, TimeSpan duration) =>
        new(body.Step.Migration, body.Step.Direction, outcome, started) { Duration = duration, Source = body.Migration.Source };

    /// <summary>The first built-in migrations run before the log exists, and the last ones roll back after it is gone.</summary>
    private async Task LogAsync(StepBody body, HistoryEntry entry, CancellationToken cancellationToken)
    {
        var mayLackLog = body.Step.Migration.Source == Migrations.MigrationSourceKind.BuiltIn;
        if (!mayLackLog || await history.HasLogAsync(cancellationToken))
        {
            await history.LogAsync(entry, cancellationToken);
        }
    }

    private async Task TryLogFailureAsync(StepBody body, DateTimeOffset started, TimeSpan duration, CairnException error)
    {
        if (error.Code == ErrorCodes.ReadOnlyDatabase || connection.Transaction is not null || connection.Inner.State != System.Data.ConnectionState.Open)
        {
            return;
        }

        try
        {
            var entry = Entry(body, HistoryOutcomes.Failed, started, duration) with { Error = $"{error.Code}: {error.Message}" };
            await LogAsync(body, entry, CancellationToken.None);
        }
        catch (Exception exception) when (exception is System.Data.Common.DbException or InvalidOperationException or CairnException)
        {
            // The migration's own error is what counts; it is about to be told.
            options.Observer.Warning($"The failure could not be written to the history log: {exception.Message}");
        }
    }

    /// <summary>A migration that has nothing to do on this database.</summary>
    private async Task OnlyRecordAsync(StepBody body, Func<Task<IReadOnlyList<OwnStatement>>> record, bool ownTransaction, CancellationToken cancellationToken)
    {
        var committing = false;
        try
        {
            if (ownTransaction)
            {
                await connection.BeginAsync(cancellationToken);
            }

            var last = await record();
            if (ownTransaction)
            {
                committing = true;
                await connection.CommitAsync(last);
            }
            else
            {
                await connection.ExecuteAsync(last, cancellationToken);
            }
        }
        catch (Exception exception)
        {
            if (ownTransaction)
            {
                await connection.RollbackAsync();
            }

            var version = body.Step.Migration.Version.ToString();
            var unknown = committing ? StepErrors.AfterCommit(connection, exception, version) : null;
            throw StepErrors.Describe(connection, body, failure: null, exception, unknown ?? $"{version} has nothing to do on this database; its record was not changed.", cancellationToken);
        }
    }
}
