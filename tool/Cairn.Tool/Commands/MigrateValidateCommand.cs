using Cairn.Runtime.Execution.Reports;
using Cairn.Tool.CommandLines;
using Cairn.Tool.Commands.Runs;
using Cairn.Tool.Output;

namespace Cairn.Tool.Commands;

/// <summary>Checks everything that can be checked without running.</summary>
internal sealed class MigrateValidateCommand : ICommand
{
    public IReadOnlyList<string> Names => ["migrate:validate"];

    public string Description => "Checks names, versions, scripts and applied files without changing anything.";

    public bool TakesTargets => true;

    public CommandBody Declare(CommandLineApplication app)
    {
        var pending = app.Flag("--check-pending", "Also fail where migrations are pending; for a deploy gate.");
        return app.WithBundle(async (context, cancellationToken) => Report(context, await context.CreateMigrator(FolderUse.MustHaveMigrations).ValidateAsync(pending.HasValue(), cancellationToken)));
    }

    private static CommandReport Report(CommandContext context, ValidationReport report)
    {
        RunResult.TellWarnings(context, report.Status.Warnings);
        // A file that is wrong comes before what a comparison found: it decides the exit code.
        var found = report.Errors.Concat(report.Findings).ToList();
        var error = found.Count == 0 ? null : FoundErrors.Joined(found);
        return new CommandReport(context.Command)
        {
            Client = report.Status.Client,
            Database = report.Status.Database,
            Migrations = report.Status.Migrations.Select(MigrationLine.Of).ToList(),
            Warnings = report.Status.Warnings,
            Error = error,
            Summary = [$"{RunText.Count(report.Status.Migrations.Count)} checked: {(error is null ? "all is well" : $"{1 + error.Others.Count} found")}."],
        };
    }
}
