using System.Data.Common;
using Cairn.Runtime.Data.Connections;
using Cairn.Runtime.Execution.Hooks;
using Cairn.Runtime.Execution.Reports;
using Cairn.Runtime.Execution.Steps;
using Cairn.Runtime.History;
using Cairn.Runtime.Migrations;
using Cairn.Runtime.Planning;

namespace Cairn.Runtime.Execution;

/// <summary>Runs a plan, step by step, and reports what happened; a failure ends it and is part of the report.</summary>
internal sealed class Runner(RunConnection connection, HistoryWriter history, StepJournals journals, MigratorOptions options)
{
    private readonly HookCalls hooks = new(options);
    private bool commitIsUnknown;
    private bool committed;

    public async Task<RunReport> RunAsync(
        Plan plan, IReadOnlyDictionary<MigrationVersion, LoadedMigration> loaded, bool singleTransaction, CancellationToken cancellationToken) =>
        await hooks.AfterAllAsync(plan, await RunStepsAsync(plan, loaded, singleTransaction, cancellationToken));

    private async Task<RunReport> RunStepsAsync(
        Plan plan, IReadOnlyDictionary<MigrationVersion, LoadedMigration> loaded, bool singleTransaction, CancellationToken cancellationToken)
    {
        var report = new RunReport(options.Target.Client, options.Target.Database) { Warnings = plan.Warnings };
        var outcomes = new List<MigrationOutcome>();
        var steps = new StepRunner(connection, history, journals, options);
        try
        {
            await hooks.BeforeAllAsync(plan, cancellationToken);
            if (singleTransaction)
            {
                await BeginAsync(cancellationToken);
            }

            foreach (var step in plan.Steps)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await RunStepAsync(steps, new StepBody(step, loaded[step.Migration.Version]), singleTransaction, outcomes, cancellationToken);
                if (!singleTransaction)
                {
                    await hooks.AfterEachAsync(step, cancellationToken);
                }
            }

            if (singleTransaction)
            {
                await CommitAsync();
                committed = true;
                foreach (var step in plan.Steps)
                {
                    await hooks.AfterEachAsync(step, cancellationToken);
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return await FailedAsync(report, outcomes, Cancelled(), singleTransaction);
        }
        catch (CairnException error)
        {
            return await FailedAsync(report, outcomes, error, singleTransaction);
        }

        return report with { Migrations = outcomes };
    }

    private async Task RunStepAsync(
        StepRunner steps, StepBody body, bool singleTransaction, List<MigrationOutcome> outcomes, CancellationToken cancellationToken)
    {
        var outcome = Outcomes.Of(body.Step, OutcomeState.Running);
        options.Observer.Started(outcome);
        try
        {
            await hooks.BeforeEachAsync(body.Step, cancellationToken);
            var result = await steps.RunAsync(body, ownTransaction: !singleTransaction, cancellationToken);
            outcome = outcome with
            {
                State = body.Step switch
                {
                    { IsRecordOnly: true } => OutcomeState.Marked,
                    { Direction: Direction.Up } => OutcomeState.Applied,
                    _ => OutcomeState.RolledBack,
                },
                Duration = result.Duration,
                AppliedAt = body.Step.Direction == Direction.Up ? result.At : null,
            };
        }
        catch (CairnException)
        {
            outcome = outcome with { State = OutcomeState.Failed };
            throw;
        }
        finally
        {
            outcomes.Add(outcome);
            options.Observer.Finished(outcome);
        }
    }

    private async Task<RunReport> FailedAsync(RunReport report, List<MigrationOutcome> outcomes, CairnException error, bool singleTransaction)
    {
        if (singleTransaction && !committed)
        {
            await connection.RollbackAsync();
            for (var index = 0; index < outcomes.Count; index++)
            {
                outcomes[index] = outcomes[index] with { State = OutcomeState.Failed, AppliedAt = null };
            }
        }

        return report with { Migrations = outcomes, Error = singleTransaction && !committed && !commitIsUnknown ? AllRolledBack(error) : error };
    }

    /// <exception cref="CairnException">It failed.</exception>
    private async Task BeginAsync(CancellationToken cancellationToken)
    {
        try
        {
            await connection.BeginAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is DbException or InvalidOperationException or IOException)
        {
            throw StepErrors.DescribeOfRun(connection, exception, "The transaction of the run could not be begun");
        }
    }

    /// <exception cref="CairnException">It failed.</exception>
    private async Task CommitAsync()
    {
        try
        {
            await connection.CommitAsync();
        }
        catch (Exception exception) when (exception is DbException or InvalidOperationException or IOException)
        {
            var state = StepErrors.AfterCommit(connection, exception, "the run");
            commitIsUnknown = state is not null;
            throw StepErrors.DescribeOfRun(connection, exception, "The commit of the run failed", state);
        }
    }

    private static CairnException AllRolledBack(CairnException error) => new(error.Code, error.Message, error)
    {
        File = error.File,
        Line = error.Line,
        Column = error.Column,
        Sql = error.Sql,
        Fix = error.Fix,
        DatabaseState = "The whole run was one transaction and was rolled back: the database is as it was before it.",
    };

    private static CairnException Cancelled() => new(ErrorCodes.Cancelled, "The run was cancelled between two migrations.")
    {
        DatabaseState = "What is reported as done is done and recorded; nothing else was changed.",
        Fix = "Run the same command again to go on.",
    };
}
