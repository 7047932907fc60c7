using Cairn.Runtime.Squashes;
using Cairn.Scripting.Templates;
using Cairn.Tool.CommandLines;
using Cairn.Tool.Commands.Drills;
using Cairn.Tool.Commands.Runs;
using Cairn.Tool.Commands.Squashes;
using Cairn.Tool.Output;
using Cairn.Tool.Output.Drills;
using Cairn.Tool.Settings;

namespace Cairn.Tool.Commands;

/// <summary>Makes one migration of many.</summary>
internal sealed class MigrateSquashCommand : ICommand
{
    public IReadOnlyList<string> Names => ["migrate:squash"];

    public string Description => "Replaces the history up to a version by one generated migration, proven to make the same and recorded as applied.";

    public CommandBody Declare(CommandLineApplication app)
    {
        var to = app.Value("--to <version>", "The last one to replace: the new migration gets its version. Left out only to finish a squash that was interrupted.");
        var rows = app.Value("--max-rows <number>", "The most rows that are carried over (default: 1000).");
        var scratch = app.Value("--scratch <connection>", "A database to try it on: empty, or left by a drill. Emptied afterwards.");
        var dry = app.Flag("--dry-run", "Only show the new migration and the proof; change nothing.");
        return async (context, cancellationToken) =>
        {
            var most = rows.HasValue() ? rows.Count() : 1000;
            var given = scratch.Value() is { } connection ? DrillOptions.Scratch(connection, context.Settings) : null;
            if (!dry.HasValue() && Finish(context) is { } finished && (to.Value() is null || string.Equals(to.Value(), finished.Version, StringComparison.OrdinalIgnoreCase)))
            {
                return await RecordedAsync(context, new CommandReport(context.Command) { Version = finished.Version }, cancellationToken);
            }

            var request = new SquashRequest(to.Value() ?? throw OptionReading.Wrong("up to which version?", "Name the last one to replace: migrate:squash --to 20260301A.")) { MostRows = most, Scratch = given };
            return await RunAsync(context, request, dry.HasValue(), cancellationToken);
        };
    }

    private static async Task<CommandReport> RunAsync(CommandContext context, SquashRequest request, bool dryRun, CancellationToken cancellationToken)
    {
        using var observer = new DrillConsole(context.Printer, context.Observer);
        var report = await Squasher(context).PrepareAsync(request, observer, cancellationToken);
        if (!report.IsProven)
        {
            return SquashResult.NotProven(context, report);
        }

        if (dryRun)
        {
            return SquashResult.Planned(context, report);
        }

        var order = SquashOrder.Of(report);
        Files(report.Range.Folder, context.Settings).Replace(order);
        var result = SquashResult.Of(context, report) with
        {
            Files = [report.Range.Display],
            Summary =
            [
                SquashResult.Proof(report),
                .. report.WhyNoWayBack is { } why ? new[] { $"It is declared irreversible: {why}" } : [],
                $"{report.Range.Display} stands for {RunText.Count(report.Range.Migrations.Count)}, whose files are in {DisplayPath.Of(Path.Combine(report.Range.Folder, order.Archive), context.Settings.WorkingFolder)}.",
            ],
        };
        return await RecordedAsync(context, result, cancellationToken);
    }

    /// <summary>The database that is at hand has applied them all; any other one records it with its next run.</summary>
    private static async Task<CommandReport> RecordedAsync(CommandContext context, CommandReport report, CancellationToken cancellationToken)
    {
        var recorded = RunResult.Of(context, await Squasher(context).RecordAsync(cancellationToken), "It is recorded already.");
        return report with { Client = recorded.Client, Database = recorded.Database, Migrations = recorded.Migrations, Warnings = recorded.Warnings, Error = recorded.Error };
    }

    /// <summary>Finishes what a killed squash left, in whichever folder.</summary>
    private static SquashOrder? Finish(CommandContext context)
    {
        foreach (var folder in MigratorFactory.MigrationFolders(context.Settings))
        {
            var files = Files(folder, context.Settings);
            if (files.Unfinished() is { } order)
            {
                files.Finish(order);
                context.Printer.Note($"Finished the squash up to {order.Version} that was interrupted: {order.File} stands for {RunText.Count(order.Old.Count)}, whose files are in {order.Archive}.");
                return order;
            }
        }

        return null;
    }

    private static SquashFiles Files(string folder, ToolSettings settings) => new(folder, DisplayPath.Of(folder, settings.WorkingFolder));

    private static Squasher Squasher(CommandContext context) =>
        new(MigratorFactory.Options(context.Settings, context.Observer, FolderUse.MustHaveMigrations), SquashTemplate.Render);
}
