using Cairn.Runtime.Execution.Reports;
using Cairn.Tool.Output;

namespace Cairn.Tool.Commands.Runs;

/// <summary>From what the runtime reports to what the command reports.</summary>
internal static class RunResult
{
    /// <param name="context">The command's.</param>
    /// <param name="report">What the run did.</param>
    /// <param name="nothing">What to say where there was nothing to do.</param>
    /// <param name="sqlOnly">In a dry run: print only the SQL.</param>
    public static CommandReport Of(CommandContext context, RunReport report, string nothing, bool sqlOnly = false)
    {
        var result = new CommandReport(context.Command)
        {
            Client = report.Client,
            Database = report.Database,
            Migrations = report.Migrations.Select(MigrationLine.Of).ToList(),
            Error = report.Error,
            Warnings = report.Warnings,
        };
        TellWarnings(context, report.Warnings);
        if (report.DryRun)
        {
            return result with { Answer = sqlOnly ? [.. SqlScript.Lines(report)] : [.. PlanText.Lines(report, nothing)] };
        }

        TellRest(context, report);
        return report.Error is null && report.Migrations.Count == 0 ? result with { Summary = [nothing] } : result;
    }

    /// <summary>Warnings that were not printed when they arose.</summary>
    public static void TellWarnings(CommandContext context, IEnumerable<string> warnings)
    {
        foreach (var warning in warnings)
        {
            context.Observer.Warning(warning);
        }
    }

    // What was not printed while it ran; a failed run that was one transaction left nothing of what it had done.
    private static void TellRest(CommandContext context, RunReport report)
    {
        foreach (var migration in report.Migrations)
        {
            if (migration.State is OutcomeState.Applied or OutcomeState.RolledBack or OutcomeState.Marked)
            {
                context.Observer.Tell(migration);
            }
            else if (migration.State == OutcomeState.Failed)
            {
                context.Printer.Note(RunText.Line(migration));
            }
        }
    }
}
