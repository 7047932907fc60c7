using Cairn.Runtime.Data.Connections;
using Cairn.Runtime.Execution;
using Cairn.Runtime.Execution.DryRuns;
using Cairn.Runtime.Execution.Steps;
using Cairn.Runtime.Migrations;
using Cairn.Runtime.Planning;
using Cairn.Schema.Dialects;

namespace Cairn.Runtime.Linting.Recordings;

/// <summary>Records both directions of migrations. Nothing reaches the database but reads.</summary>
/// <param name="connection">A session that changes nothing.</param>
/// <param name="options">As for a run.</param>
/// <param name="shadow">Makes the changes of the plan on empty tables where the dialect needs that (SQLite).</param>
internal sealed class LintRecorder(RunConnection connection, MigratorOptions options, SchemaShadow? shadow)
{
    private readonly RecordingSink sink = new(connection, shadow);
    private readonly TableTrail trail = new();

    /// <summary>What going up asks for. A pending migration is followed as a dry run follows it; of an applied one only its words count.</summary>
    public async Task<LintRecording> UpAsync(LoadedMigration migration, bool applied, CancellationToken cancellationToken)
    {
        trail.BeginMigration();
        sink.Follows = !applied;
        return await RecordAsync(new StepBody(new PlanStep(migration.Descriptor, Direction.Up), migration), applied ? new TableTrail() : trail, !applied, cancellationToken);
    }

    /// <summary>What going down asks for; null where nothing says that by itself.</summary>
    public async Task<LintRecording?> DownAsync(LoadedMigration migration, CancellationToken cancellationToken)
    {
        sink.Follows = false;
        return migration.Down is null
            ? null
            : await RecordAsync(new StepBody(new PlanStep(migration.Descriptor, Direction.Down), migration), new TableTrail(), renders: false, cancellationToken);
    }

    private async Task<LintRecording> RecordAsync(StepBody body, TableTrail names, bool renders, CancellationToken cancellationToken)
    {
        if (body.IsForOthers(connection.Client.Client))
        {
            return new LintRecording([]) { StoppedBecause = $"it is not for {Refusal.DisplayName(connection.Client.Client)}" };
        }

        var listener = new LintListener(body.Migration, connection.Client.Client, sink, names, renders);
        using var session = new MigrationSession(connection.Client, connection.Inner, sink, cancellationToken) { Listener = listener };
        Exception? ended = null;
        try
        {
            await body.RunAsync(session, options, connection, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            ended = exception;
        }

        var guesses = sink.AnsweredFromBefore || !renders;
        var statements = sink.Take().Statements;
        var recording = new LintRecording(listener.Finish(statements));
        return ended is null ? recording with { Refusal = listener.Refusal }
            : guesses ? recording with { StoppedBecause = StepErrors.Unwrap(ended).Message }
            : recording with { Error = StepErrors.Describe(connection, body, session.Failure, ended, "Nothing was changed: this was a lint.", cancellationToken) };
    }
}
