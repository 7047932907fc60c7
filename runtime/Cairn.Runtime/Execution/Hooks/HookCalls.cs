using Cairn.Runtime.Execution.Reports;
using Cairn.Runtime.Planning;

namespace Cairn.Runtime.Execution.Hooks;

/// <summary>Calls the host's hooks, and says what their failures mean.</summary>
internal sealed class HookCalls(MigratorOptions options)
{
    /// <exception cref="CairnException">One threw (CAIRN3017).</exception>
    public Task BeforeAllAsync(Plan plan, CancellationToken cancellationToken) => CallAsync(
        hooks => hooks.BeforeAllAsync(Run(plan), cancellationToken), "before the run", "Nothing was run.", cancellationToken);

    /// <exception cref="CairnException">One threw (CAIRN3017).</exception>
    public Task BeforeEachAsync(PlanStep step, CancellationToken cancellationToken) => CallAsync(
        hooks => hooks.BeforeEachAsync(Migration(step), cancellationToken),
        $"before {step.Migration.Version}",
        $"{step.Migration.Version} was not begun. What is reported as done is done and recorded.",
        cancellationToken);

    /// <exception cref="CairnException">One threw (CAIRN3017).</exception>
    public Task AfterEachAsync(PlanStep step, CancellationToken cancellationToken) => CallAsync(
        hooks => hooks.AfterEachAsync(Migration(step), cancellationToken),
        $"after {step.Migration.Version}",
        $"{step.Migration.Version} is done and recorded. What comes after it was not run.",
        cancellationToken);

    /// <summary>The report, with what went wrong at the end.</summary>
    public async Task<RunReport> AfterAllAsync(Plan plan, RunReport report)
    {
        foreach (var hooks in options.Hooks.Reverse())
        {
            try
            {
                // What a host set up for the run it takes down again, also where the run was cancelled.
                await hooks.AfterAllAsync(Run(plan) with { Report = report }, CancellationToken.None);
            }
            catch (Exception exception)
            {
                var error = Failed("after the run", "What is reported as done is done and recorded.", exception);
                report = report.Error is null ? report with { Error = error } : report with { Warnings = [.. report.Warnings, error.Message] };
            }
        }

        return report;
    }

    private async Task CallAsync(Func<IRunHooks, Task> call, string when, string state, CancellationToken cancellationToken)
    {
        foreach (var hooks in options.Hooks)
        {
            try
            {
                await call(hooks);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                throw Failed(when, state, exception);
            }
        }
    }

    private static CairnException Failed(string when, string state, Exception exception) => new(
        ErrorCodes.HookFailed, $"What the application does {when} failed: {exception.Message}", exception)
    {
        DatabaseState = state,
        Fix = "Mend the hook, and run the migrations again to go on.",
    };

    private HookedRun Run(Plan plan) => new([.. plan.Steps.Select(Migration)], options.Services);

    private HookedMigration Migration(PlanStep step) => new(step.Migration, step.Direction, options.Services);
}
