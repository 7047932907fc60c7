using Cairn.Runtime.Drills;
using Cairn.Runtime.Drills.Reports;
using Cairn.Tool.Commands.Drills;
using Cairn.Tool.Output;
using McMaster.Extensions.CommandLineUtils;

namespace Cairn.Tool.Commands;

/// <summary>Rehearses on a copy.</summary>
internal sealed class MigrateDrillCommand : ICommand
{
    public IReadOnlyList<string> Names => ["migrate:drill"];

    public string Description => "Rehearses up, down and up again of pending migrations on a scratch copy, and compares structure and rows.";

    public CommandBody Declare(CommandLineApplication app)
    {
        var options = new DrillOptions(app);
        return async (context, cancellationToken) =>
        {
            var request = await options.ReadAsync(context, cancellationToken);
            using var observer = new DrillConsole(context.Printer, context.Observer);
            var settings = MigratorFactory.Options(context.Settings, context.Observer, FolderUse.MustHaveMigrations);
            var report = await new Driller(settings).RunAsync(request, observer, cancellationToken);
            return Result(context, report);
        };
    }

    private static CommandReport Result(CommandContext context, DrillReport report) => new(context.Command)
    {
        Client = report.Client,
        Database = report.Database,
        Migrations = [.. report.Migrations.Select(DrillText.Line)],
        Warnings = report.Warnings,
        Table = report.Migrations.Count == 0 ? null : DrillText.Table(report),
        Summary = [DrillText.Summary(report)],
        Error = report.Error ?? (report.Passed ? null : Failed(report)),
    };

    private static CairnException Failed(DrillReport report)
    {
        var bad = report.Migrations.Where(drill => drill.Outcome is DrillOutcome.Failed or DrillOutcome.NotRun).ToList();
        var timedOut = bad.Find(drill => drill.Error?.Code == ErrorCodes.DrillTimeout);
        return new CairnException(
            timedOut is null ? ErrorCodes.DrillFailed : ErrorCodes.DrillTimeout,
            timedOut?.Error?.Message ?? $"{bad.Count} of {RunText.Count(report.Migrations.Count)} did not pass the drill: {string.Join(", ", bad.Select(drill => drill.Version))}.")
        {
            File = bad.Count == 1 ? bad[0].Path : null,
            Fix = timedOut?.Error?.Fix ?? "Let Down undo what Up does; [Lossy(\"table.column\", \"why\")] and [Irreversible(\"why\")] declare what cannot be undone.",
            DatabaseState = "The database itself was not touched.",
        };
    }
}
