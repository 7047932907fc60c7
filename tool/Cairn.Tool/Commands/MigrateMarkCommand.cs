using Cairn.Runtime.Execution;
using Cairn.Tool.CommandLines;
using Cairn.Tool.Commands.Runs;

namespace Cairn.Tool.Commands;

/// <summary>Records without running.</summary>
internal sealed class MigrateMarkCommand : ICommand
{
    public IReadOnlyList<string> Names => ["migrate:mark"];

    public string Description => "Records a version as applied, or with --unapply as not, without running it.";

    public bool TakesTargets => true;

    public CommandBody Declare(CommandLineApplication app)
    {
        var version = app.Argument("version", "The version.");
        var unapply = app.Flag("--unapply", "Record it as not applied.");
        var renamed = app.Flag("--renamed", "It is the new name of an applied migration whose file is gone.");
        var all = app.Flag("--all", "Every pending one: takes over a database that exists.");
        var dry = new DryRunOptions(app);
        return app.WithBundle(async (context, cancellationToken) =>
        {
            OptionReading.AtMostOne(("--unapply", unapply.HasValue()), ("--renamed", renamed.HasValue()), ("--all", all.HasValue()));
            OptionReading.AtMostOne(("a version", version.Value is not null), ("--all", all.HasValue()));
            if (version.Value is null && !all.HasValue())
            {
                throw OptionReading.Wrong("which version?", "Name a version, or say --all for every pending one.");
            }

            var request = new MarkRequest(version.Value, unapply.HasValue(), all.HasValue(), renamed.HasValue(), dry.DryRun);
            var report = await context.CreateMigrator().MarkAsync(request, cancellationToken);
            return RunResult.Of(context, report, "Nothing to mark.", dry.Sql);
        });
    }
}
