using Cairn.Runtime.Execution;
using Cairn.Tool.CommandLines;
using Cairn.Tool.Commands.Runs;

namespace Cairn.Tool.Commands;

/// <summary>Applies the next one, or a named one.</summary>
internal sealed class MigrateUpCommand : ICommand
{
    public IReadOnlyList<string> Names => ["migrate:up"];

    public string Description => "Applies the next pending migration, or the named one.";

    public CommandBody Declare(CommandLineApplication app)
    {
        var version = app.Argument("version", "The version to apply.");
        var steps = app.Value("--steps <number>", "How many of the next ones.");
        var resume = new ResumeOption(app);
        var dry = new DryRunOptions(app);
        return app.WithBundle(async (context, cancellationToken) =>
        {
            OptionReading.AtMostOne(("a version", version.Value is not null), ("--steps", steps.HasValue()));
            var request = new UpRequest(version.Value, steps.Count(), dry.DryRun) { Resume = resume.Answer };
            var report = await context.CreateMigrator(FolderUse.MustHaveMigrations).UpAsync(request, cancellationToken);
            return RunResult.Of(context, report, UpToDate.Text(report), dry.Sql);
        });
    }
}
