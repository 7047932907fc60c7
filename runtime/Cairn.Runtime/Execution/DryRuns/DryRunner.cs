using Cairn.Runtime.Data.Connections;
using Cairn.Runtime.Execution.Reports;
using Cairn.Runtime.Execution.Steps;
using Cairn.Runtime.Migrations;
using Cairn.Runtime.Planning;
using Cairn.Schema.Dialects;

namespace Cairn.Runtime.Execution.DryRuns;

/// <summary>Follows a plan without changing anything: the same path as a run, into another sink.</summary>
internal sealed class DryRunner(RunConnection connection, MigratorOptions options)
{
    public async Task<RunReport> RunAsync(
        Plan plan, IReadOnlyDictionary<MigrationVersion, LoadedMigration> loaded, CancellationToken cancellationToken)
    {
        var report = new RunReport(options.Target.Client, options.Target.Database) { Warnings = plan.Warnings, DryRun = true };
        var outcomes = new List<MigrationOutcome>();
        foreach (var statement in connection.Client.ReadOnlyStatements)
        {
            await connection.ExecuteAsync(statement, [], cancellationToken);
        }

        await using var shadow = await SchemaShadow.CreateAsync(connection, options.Target, cancellationToken);
        var sink = new RecordingSink(connection, shadow);
        foreach (var step in plan.Steps)
        {
            var body = new StepBody(step, loaded[step.Migration.Version]);
            var error = await FollowAsync(body, sink, cancellationToken);
            var (statements, notes) = sink.Take();
            outcomes.Add(Outcomes.Of(step, error is null ? OutcomeState.Planned : OutcomeState.Failed) with
            {
                Sql = statements,
                Notes = step.IsRecordOnly ? ["all that it replaces is applied: recorded only"]
                    : body.IsForOthers(connection.Client.Client) ? [.. notes, $"not for {Refusal.DisplayName(connection.Client.Client)}: recorded only"]
                    : notes,
            });
            if (error is not null)
            {
                return report with { Migrations = outcomes, Error = error };
            }
        }

        return report with { Migrations = outcomes };
    }

    private async Task<CairnException?> FollowAsync(StepBody body, RecordingSink sink, CancellationToken cancellationToken)
    {
        if (body.Step.IsRecordOnly || body.IsForOthers(connection.Client.Client))
        {
            return null;
        }

        using var session = new MigrationSession(connection.Client, connection.Inner, sink, cancellationToken);
        try
        {
            await body.RunAsync(session, options, connection, cancellationToken);
            return null;
        }
        catch (Exception exception) when (sink.AnsweredFromBefore && exception is not OperationCanceledException)
        {
            sink.Note($"The script stops here ({StepErrors.Unwrap(exception).Message}): it goes by rows that this plan would only make, so the rest of it is not shown. A drill shows the true result.");
            return null;
        }
        catch (Exception exception)
        {
            return StepErrors.Describe(
                connection, body, session.Failure, exception, "Nothing was changed: this was a dry run.", cancellationToken);
        }
    }
}
