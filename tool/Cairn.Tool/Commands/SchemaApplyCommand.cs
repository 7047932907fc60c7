using Cairn.Runtime.Schemas;
using Cairn.Schema.Comparison;
using Cairn.Schema.Snapshots;
using Cairn.Tool.CommandLines;
using Cairn.Tool.Commands.Runs;
using Cairn.Tool.Commands.Snapshots;
using Cairn.Tool.Output;

namespace Cairn.Tool.Commands;

/// <summary>Makes the database like a snapshot.</summary>
internal sealed class SchemaApplyCommand : ICommand
{
    public IReadOnlyList<string> Names => ["schema:apply"];

    public string Description => "Makes the database like a snapshot, in one transaction where the database can.";

    public CommandBody Declare(CommandLineApplication app)
    {
        var name = app.Argument("file", "The snapshot.");
        var loss = app.Flag("--allow-data-loss", "Also what loses data: drops tables and columns, narrows types. Asks first.");
        var dry = new DryRunOptions(app);
        return (context, cancellationToken) => name.Value is null
            ? throw OptionReading.Wrong("which snapshot is to be applied?", "Name its file: schema:apply schema.yaml.")
            : RunAsync(context, SnapshotFile.Of(context, name.Value), loss.HasValue(), dry, cancellationToken);
    }

    private static async Task<CommandReport> RunAsync(CommandContext context, SnapshotFile file, bool allowDataLoss, DryRunOptions dry, CancellationToken cancellationToken)
    {
        var wanted = file.Read(context.Settings.Connection.Target.Client);
        var snapshots = context.CreateSnapshots();
        if (dry.DryRun)
        {
            return Planned(context, await snapshots.PlanAsync(wanted, cancellationToken), dry.Sql);
        }

        if (allowDataLoss)
        {
            await AskAsync(context, snapshots, wanted, cancellationToken);
        }

        var report = await snapshots.ApplyAsync(wanted, allowDataLoss, cancellationToken);
        RunResult.TellWarnings(context, report.Warnings);
        var count = report.Diff.Differences.Count;
        return new CommandReport(context.Command)
        {
            Schema = SchemaLines.Of(report),
            Warnings = report.Warnings,
            Summary = count == 0
                ? [$"The database is as {file.Display} has it; nothing was changed."]
                : [.. report.Changes, $"The database is now as {file.Display} has it ({(count == 1 ? "one difference" : $"{count} differences")} before)."],
        };
    }

    /// <summary>With what would be lost, by name; where nothing would, there is nothing to ask.</summary>
    private static async Task AskAsync(CommandContext context, SchemaSnapshots snapshots, SchemaSnapshot wanted, CancellationToken cancellationToken)
    {
        var plan = await snapshots.PlanAsync(wanted, cancellationToken);
        if (plan.Losses.Count > 0)
        {
            await Confirmation.AskAsync(context, $"lose data ({string.Join("; ", plan.Losses)})", dryRun: false, cancellationToken);
        }
    }

    private static CommandReport Planned(CommandContext context, ApplyReport plan, bool sqlOnly)
    {
        var sql = plan.Sql.Select(statement => SqlScript.Statement(statement, plan.Client));
        IEnumerable<string> notes = [.. plan.Losses.Select(loss => $"loses data: {loss}"), .. plan.Warnings];
        return new CommandReport(context.Command)
        {
            Schema = SchemaLines.Of(plan),
            Warnings = [.. notes],
            Answer = sqlOnly
                ? [.. notes.Select(note => "-- " + note.ReplaceLineEndings(" ")), .. sql]
                : plan.Diff.IsEmpty
                    ? ["Nothing to change."]
                    : [.. DiffText.Lines(plan.Diff), .. notes.Select(note => "note: " + note), "", .. sql, "Nothing was changed."],
        };
    }
}
