using Cairn.Tool.Commands.Runs;
using Cairn.Tool.Output;

namespace Cairn.Tool.Commands;

/// <summary>Everything custom down, then up.</summary>
internal sealed class MigrateResetCommand : ICommand
{
    public IReadOnlyList<string> Names => ["migrate:reset"];

    public string Description => "Rolls everything custom back, then applies everything again. Asks first.";

    public CommandBody Declare(CommandLineApplication app)
    {
        var dry = new DryRunOptions(app);
        return app.WithBundle((context, cancellationToken) => RunAsync(context, dry, cancellationToken));
    }

    private static async Task<CommandReport> RunAsync(CommandContext context, DryRunOptions dry, CancellationToken cancellationToken)
    {
        await Confirmation.AskAsync(context, "roll back every custom migration and apply all again", dry.DryRun, cancellationToken);
        var report = await context.CreateMigrator().ResetAsync(dry.DryRun, cancellationToken);
        return RunResult.Of(context, report, UpToDate.Text(report), dry.Sql);
    }
}
