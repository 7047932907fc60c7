using System.Diagnostics;
using Cairn.Runtime.Data.Sinks;
using Cairn.Runtime.Execution;
using Cairn.Runtime.Execution.Hooks;
using Cairn.Runtime.Execution.Reports;

namespace Cairn.Runtime.Telemetry;

/// <summary>One call of the migrator: its span, the spans of its migrations, and what it measures. There is none where nobody listens.</summary>
internal sealed class CallTelemetry : ITimekeeper, IDisposable
{
    private readonly long started = Stopwatch.GetTimestamp();
    private readonly TracedCall call;
    private readonly Activity? activity;
    private readonly int mostEvents;
    private readonly List<MigrationSpan> waiting = [];
    private readonly Dictionary<(string Version, Direction Direction), TimeSpan> took = [];
    private MigrationSpan? running;

    private CallTelemetry(TracedCall call, int mostEvents)
    {
        this.call = call;
        this.mostEvents = mostEvents;
        activity = Instruments.Source.StartActivity(call.SpanName, ActivityKind.Internal, parentContext: default, [new(TagNames.Operation, call.Operation)]);
        activity?.SetTag(TagNames.RunDirection, call.Direction is { } direction ? Words.Of(direction) : null);
        activity?.SetTag(TagNames.RunPhase, call.Phase is { } phase ? Words.Of(phase) : null);
    }

    /// <summary>The database, once it is known.</summary>
    public DatabaseTags? Database { get; private set; }

    /// <summary>Begins it; null where nobody listens.</summary>
    /// <param name="call">What is called.</param>
    /// <param name="mostEvents">How many statements of a migration become events.</param>
    public static CallTelemetry? Begin(TracedCall call, int mostEvents) => Instruments.AreHeard ? new CallTelemetry(call, mostEvents) : null;

    /// <summary>The settings of a run that tells this of itself.</summary>
    public MigratorOptions Join(MigratorOptions settings)
    {
        Database = DatabaseTags.Of(settings.Target);
        foreach (var (name, value) in Database.All)
        {
            activity?.SetTag(name, value);
        }

        // Where nothing is to be run, no hook is called.
        activity?.SetTag(TagNames.RunPlanned, call.Direction is null ? null : 0);
        var planned = new CalledHooks
        {
            OnBeforeAll = (run, _) =>
            {
                activity?.SetTag(TagNames.RunPlanned, run.Migrations.Count);
                return Task.CompletedTask;
            },
        };
        return settings with { Timekeeper = this, Hooks = [planned, .. settings.Hooks] };
    }

    /// <summary>A migration begins.</summary>
    public void Begin(MigrationOutcome migration) => running = new MigrationSpan(migration, Database!, mostEvents);

    /// <summary>A migration ended. What it failed with is known at the end of the run; so is whether it stays, where the run is one transaction.</summary>
    public void Finish(MigrationOutcome migration)
    {
        if (running is not { } span)
        {
            return;
        }

        running = null;
        span.Finished(migration);
        took[(migration.Version, migration.Direction)] = migration.Duration ?? span.Took;
        if (call.SingleTransaction || migration.State is OutcomeState.Failed or OutcomeState.Running)
        {
            waiting.Add(span);
        }
        else
        {
            span.End(migration.State, error: null);
        }
    }

    public void Sent(in StatementTime statement) => running?.Add(statement);

    public void Waited(TimeSpan time)
    {
        activity?.SetTag(TagNames.LockWait, time.TotalSeconds);
        Instruments.LockWait.Record(time.TotalSeconds, [.. RunTags()]);
    }

    /// <summary>The call gave something.</summary>
    public void Ended(object? result)
    {
        var error = CallResults.Tell(activity, result);
        var ended = result as RunReport;
        EndWaiting(ended, error);
        foreach (var migration in ended is { DryRun: false } ? ended.Migrations : [])
        {
            Count(migration, error);
        }

        if (CallResults.Pending(call, result) is { } pending && Database is { } database)
        {
            Instruments.Pending.Record(pending, new(TagNames.System, database.System), new(TagNames.Namespace, database.Namespace));
        }

        End(error);
    }

    /// <summary>The call threw.</summary>
    public void Failed(Exception error)
    {
        EndWaiting(report: null, error);
        End(error);
    }

    public void Dispose() => activity?.Dispose();

    /// <summary>A migration of a drill ended.</summary>
    public void Drilled(Drills.Reports.MigrationDrill drill, DateTimeOffset since) => DrillSpan.Tell(drill, since, Database!);

    private void EndWaiting(RunReport? report, Exception? error)
    {
        foreach (var span in waiting)
        {
            var state = report?.Migrations.FirstOrDefault(one => one.Version == span.Migration.Version && one.Direction == span.Migration.Direction)?.State ?? OutcomeState.Failed;
            span.End(state, state == OutcomeState.Failed ? error : null);
        }
    }

    private void Count(MigrationOutcome migration, Exception? error)
    {
        List<KeyValuePair<string, object?>> tags =
            [new(TagNames.System, Database!.System), new(TagNames.Direction, Words.Of(migration.Direction)), new(TagNames.Outcome, Words.Of(migration.State))];
        if (migration.State == OutcomeState.Failed && error is not null)
        {
            tags.Add(new(TagNames.ErrorType, ErrorTypes.Of(error)));
        }

        Instruments.Migrations.Add(1, [.. tags]);
        if ((migration.Duration ?? took.GetValueOrDefault((migration.Version, migration.Direction))) is { Ticks: > 0 } duration)
        {
            Instruments.MigrationDuration.Record(duration.TotalSeconds, [.. tags]);
        }
    }

    private void End(Exception? error)
    {
        if (error is not null && activity is not null)
        {
            SpanErrors.Tell(activity, Database?.Client, error);
        }

        KeyValuePair<string, object?>[] failure = error is null ? [] : [new(TagNames.ErrorType, ErrorTypes.Of(error))];
        Instruments.RunDuration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, [.. RunTags(), .. failure]);
    }

    private IEnumerable<KeyValuePair<string, object?>> RunTags()
    {
        yield return new(TagNames.Operation, call.Operation);
        if (Database is { } database)
        {
            yield return new(TagNames.System, database.System);
        }
    }
}
