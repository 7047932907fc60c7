using Cairn.Tool.CommandLines;
using Cairn.Tool.Commands.Runs;
using Cairn.Tool.Output;

namespace Cairn.Tool.Commands;

/// <summary>Down and up again.</summary>
internal sealed class MigrateRedoCommand : ICommand
{
    public IReadOnlyList<string> Names => ["migrate:redo"];

    public string Description => "Rolls the last migration back and applies it again.";

    public CommandBody Declare(CommandLineApplication app)
    {
        var steps = app.Value("--steps <number>", "How many.");
        var dry = new DryRunOptions(app);
        return app.WithBundle((context, cancellationToken) => RunAsync(context, steps.Count(), dry, cancellationToken));
    }

    private static async Task<CommandReport> RunAsync(CommandContext context, int steps, DryRunOptions dry, CancellationToken cancellationToken)
    {
        await Confirmation.AskIfProtectedAsync(context, $"roll back {RunText.Count(steps)} and apply again", dry.DryRun, cancellationToken);
        var report = await context.CreateMigrator().RedoAsync(steps, dry.DryRun, cancellationToken);
        return RunResult.Of(context, report, "Nothing to roll back.", dry.Sql);
    }
}
