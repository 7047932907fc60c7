using Cairn.Runtime.Execution;
using Cairn.Tool.CommandLines;
using Cairn.Tool.Commands.Runs;
using Cairn.Tool.Output;

namespace Cairn.Tool.Commands;

/// <summary>Applies everything pending.</summary>
internal sealed class MigrateLatestCommand : ICommand
{
    public IReadOnlyList<string> Names => ["migrate:latest"];

    public string Description => "Applies every pending migration, built-in and custom, in version order.";

    public bool TakesTargets => true;

    public CommandBody Declare(CommandLineApplication app)
    {
        var to = app.Value("--to <version>", "Stop after this version.");
        var single = app.Flag("--single-transaction", "Make all of them one transaction; refused where the database cannot.");
        var phase = new PhaseOption(app);
        var resume = new ResumeOption(app);
        var undo = app.Flag("--undo-failed", "Take back what a migration did outside a transaction before it failed, and run nothing.");
        var dry = new DryRunOptions(app);
        return app.WithBundle((context, cancellationToken) => undo.HasValue()
            ? UndoAsync(context, cancellationToken)
            : RunAsync(context, new LatestRequest(to.Value(), single.HasValue(), dry.DryRun) { Resume = resume.Answer, Phase = phase.Phase }, phase, dry.Sql, cancellationToken));
    }

    private static async Task<CommandReport> UndoAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var report = await context.CreateMigrator().UndoFailedAsync(cancellationToken);
        return RunResult.Of(context, report, "Nothing is half run.");
    }

    private static async Task<CommandReport> RunAsync(CommandContext context, LatestRequest request, PhaseOption phase, bool sql, CancellationToken cancellationToken)
    {
        // Until the end, all of it may still be rolled back.
        context.Observer.TellsResults = !request.SingleTransaction;
        var report = await context.CreateMigrator(FolderUse.MustHaveMigrations).LatestAsync(request, cancellationToken);
        return RunResult.Of(context, report, phase.Nothing(report), sql);
    }
}
