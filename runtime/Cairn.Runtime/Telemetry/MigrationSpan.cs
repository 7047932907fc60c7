using System.Diagnostics;
using Cairn.Runtime.Data.Sinks;
using Cairn.Runtime.Execution.Reports;

namespace Cairn.Runtime.Telemetry;

/// <summary>The span of one migration, with its statements as events. While it runs it is the current activity, so that what a driver or a script traces is below it.</summary>
internal sealed class MigrationSpan
{
    private readonly long started = Stopwatch.GetTimestamp();
    private readonly Activity? activity;
    private readonly DatabaseTags database;
    private readonly int mostEvents;
    private int statements;
    private int leftOut;

    /// <param name="migration">Which, and which way.</param>
    /// <param name="database">Where.</param>
    /// <param name="mostEvents">How many statements become events.</param>
    public MigrationSpan(MigrationOutcome migration, DatabaseTags database, int mostEvents)
    {
        Migration = migration;
        this.database = database;
        this.mostEvents = mostEvents;
        activity = Instruments.Source.StartActivity(
            migration.Direction == Direction.Up ? SpanNames.MigrationUp : SpanNames.MigrationDown,
            ActivityKind.Internal,
            parentContext: default,
            [.. Tags(migration.Version, migration.Name, migration.Source), new(TagNames.Direction, Words.Of(migration.Direction)), .. database.All]);
    }

    /// <summary>Which migration it is of, as it was last told of.</summary>
    public MigrationOutcome Migration { get; private set; }

    /// <summary>How long it took, hooks before it included; for one that failed, since its outcome does not say.</summary>
    public TimeSpan Took { get; private set; }

    /// <summary>What says which migration it is.</summary>
    public static IEnumerable<KeyValuePair<string, object?>> Tags(string version, string name, Migrations.MigrationSourceKind source) =>
    [
        new(TagNames.Version, version),
        new(TagNames.Name, name),
        new(TagNames.Source, Words.Of(source)),
    ];

    /// <summary>A statement was sent. One that failed has an event in any case.</summary>
    public void Add(in StatementTime statement)
    {
        statements++;
        if (activity is not { IsAllDataRequested: true })
        {
            return;
        }

        if (statements - leftOut > mostEvents && statement.Error is null)
        {
            leftOut++;
            return;
        }

        activity.AddEvent(StatementEvent.Of(database.Client, statement));
    }

    /// <summary>It is over; its span may wait for what becomes of the run.</summary>
    public void Finished(MigrationOutcome outcome)
    {
        Migration = outcome;
        Took = Stopwatch.GetElapsedTime(started);
        activity?.SetEndTime(DateTime.UtcNow);
    }

    /// <summary>Ends the span.</summary>
    /// <param name="state">What became of the migration.</param>
    /// <param name="error">What it failed with; null where it went well.</param>
    public void End(OutcomeState state, Exception? error)
    {
        if (activity is null)
        {
            return;
        }

        activity.SetTag(TagNames.Outcome, Words.Of(error is null ? state : OutcomeState.Failed));
        activity.SetTag(TagNames.StatementCount, statements);
        if (leftOut > 0)
        {
            activity.SetTag(TagNames.StatementsLeftOut, leftOut);
        }

        if (error is not null)
        {
            SpanErrors.Tell(activity, database.Client, error);
        }

        activity.Stop();
    }
}
