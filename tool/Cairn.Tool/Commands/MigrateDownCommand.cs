using Cairn.Runtime.Execution;
using Cairn.Tool.Commands.Runs;
using Cairn.Tool.Output;

namespace Cairn.Tool.Commands;

/// <summary>Rolls back the last one, or a named one.</summary>
internal sealed class MigrateDownCommand : ICommand
{
    public IReadOnlyList<string> Names => ["migrate:down"];

    public string Description => "Rolls back the most recently applied migration, or the named one.";

    public bool TakesTargets => true;

    public CommandBody Declare(CommandLineApplication app)
    {
        var options = new DownOptions(app);
        // "The last one" is another migration on each database, and one more each time.
        app.Find("--to")!.OnTargets = TargetRule.Needed;
        var resume = new ResumeOption(app);
        var dry = new DryRunOptions(app);
        return app.WithBundle((context, cancellationToken) => RunAsync(context, options.Read(dry.DryRun) with { Resume = resume.Answer }, dry.Sql, cancellationToken));
    }

    private static async Task<CommandReport> RunAsync(CommandContext context, DownRequest request, bool sql, CancellationToken cancellationToken)
    {
        var what = request switch
        {
            { Version: { } version } => "roll back " + version,
            { To: { } to } => $"roll back everything after {to}",
            _ => $"roll back {RunText.Count(request.Steps)}",
        };
        await Confirmation.AskIfProtectedAsync(context, what, request.DryRun, cancellationToken);
        var report = await context.CreateMigrator().DownAsync(request, cancellationToken);
        return RunResult.Of(context, report, "Nothing to roll back.", sql);
    }
}
