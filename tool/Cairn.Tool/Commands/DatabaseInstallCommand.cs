using Cairn.Tool.Commands.Runs;

namespace Cairn.Tool.Commands;

/// <summary>Creates Cairn's own tables.</summary>
internal sealed class DatabaseInstallCommand : ICommand
{
    public IReadOnlyList<string> Names => ["database:install"];

    public string Description => "Creates the tracking table and runs the built-in migrations only.";

    public bool TakesTargets => true;

    public CommandBody Declare(CommandLineApplication app)
    {
        var dry = new DryRunOptions(app);
        return async (context, cancellationToken) =>
        {
            var report = await context.CreateMigrator(FolderUse.None).InstallAsync(dry.DryRun, cancellationToken);
            return RunResult.Of(context, report, "Already installed.", dry.Sql);
        };
    }
}
