using Cairn.Runtime.Execution;
using Cairn.Tool.CommandLines;
using Cairn.Tool.Commands.Runs;
using Cairn.Tool.Output;

namespace Cairn.Tool.Commands;

/// <summary>Rolls back the last run.</summary>
internal sealed class MigrateRollbackCommand : ICommand
{
    public IReadOnlyList<string> Names => ["migrate:rollback"];

    public string Description => "Rolls back the last batch: all that one run applied.";

    public CommandBody Declare(CommandLineApplication app)
    {
        var all = app.Flag("--all", "Everything custom. Asks first.");
        var force = app.Flag("--force", "Also what its author calls irreversible.");
        var dry = new DryRunOptions(app);
        return app.WithBundle((context, cancellationToken) => RunAsync(context, new RollbackRequest(all.HasValue(), force.HasValue(), dry.DryRun), dry.Sql, cancellationToken));
    }

    private static async Task<CommandReport> RunAsync(CommandContext context, RollbackRequest request, bool sql, CancellationToken cancellationToken)
    {
        if (request.All)
        {
            await Confirmation.AskAsync(context, "roll back every custom migration", request.DryRun, cancellationToken);
        }
        else
        {
            await Confirmation.AskIfProtectedAsync(context, "roll back the last batch", request.DryRun, cancellationToken);
        }

        var report = await context.CreateMigrator().RollbackAsync(request, cancellationToken);
        return RunResult.Of(context, report, "Nothing to roll back.", sql);
    }
}
