using Cairn.Runtime.Execution;
using Cairn.Runtime.Execution.Reports;
using Cairn.Tool.Commands.Runs;
using Cairn.Tool.Output;

namespace Cairn.Tool.Commands;

/// <summary><c>database:install</c>, then <c>migrate:latest</c>.</summary>
internal sealed class BootstrapCommand : ICommand
{
    public IReadOnlyList<string> Names => ["bootstrap"];

    public string Description => "Installs Cairn's tables and applies every pending migration. Safe to run again on every deploy.";

    public bool TakesTargets => true;

    public CommandBody Declare(CommandLineApplication app)
    {
        var dry = new DryRunOptions(app);
        return app.WithBundle((context, cancellationToken) => RunAsync(context, dry, cancellationToken));
    }

    private static async Task<CommandReport> RunAsync(CommandContext context, DryRunOptions dry, CancellationToken cancellationToken)
    {
        var migrator = context.CreateMigrator();
        // A plan of the whole has the built-in ones in it: the second part alone tells everything.
        var installed = dry.DryRun ? null : await migrator.InstallAsync(dryRun: false, cancellationToken);
        if (installed?.Error is not null)
        {
            return RunResult.Of(context, installed, "");
        }

        var latest = await migrator.LatestAsync(new LatestRequest(DryRun: dry.DryRun), cancellationToken);
        return RunResult.Of(context, Joined(installed, latest), UpToDate.Text(latest), dry.Sql);
    }

    private static RunReport Joined(RunReport? installed, RunReport latest) => installed is null ? latest : latest with
    {
        Migrations = [.. installed.Migrations, .. latest.Migrations],
        Warnings = [.. installed.Warnings.Union(latest.Warnings, StringComparer.Ordinal)],
    };
}
