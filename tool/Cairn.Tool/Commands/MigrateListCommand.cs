using System.Globalization;
using Cairn.Runtime.Execution.Reports;
using Cairn.Tool.CommandLines;
using Cairn.Tool.Commands.Runs;
using Cairn.Tool.Output;

namespace Cairn.Tool.Commands;

/// <summary>Every known migration and how it stands.</summary>
internal sealed class MigrateListCommand : ICommand
{
    private static readonly string[] Headers = ["version", "name", "source", "state", "applied at (UTC)", "took"];

    public IReadOnlyList<string> Names => ["migrate:list", "migrate:status"];

    public string Description => "Lists every known migration: version, name, source, state, when, how long.";

    public bool TakesTargets => true;

    public CommandBody Declare(CommandLineApplication app)
    {
        var pending = app.Flag("--pending", "Only those that are not applied.");
        var applied = app.Flag("--applied", "Only those that are applied.");
        return app.WithBundle(async (context, cancellationToken) =>
        {
            OptionReading.AtMostOne(("--pending", pending.HasValue()), ("--applied", applied.HasValue()));
            var status = await context.CreateMigrator().StatusAsync(cancellationToken);
            return Report(context, status, line => IsPending(line.State) ? !applied.HasValue() : !pending.HasValue());
        });
    }

    private static CommandReport Report(CommandContext context, StatusReport status, Func<MigrationStatus, bool> wanted)
    {
        RunResult.TellWarnings(context, status.Warnings);
        var shown = status.Migrations.Where(wanted).ToList();
        return new CommandReport(context.Command)
        {
            Client = status.Client,
            Database = status.Database,
            Migrations = shown.Select(MigrationLine.Of).ToList(),
            Warnings = status.Warnings,
            Table = shown.Count == 0 ? null : new TextTable(Headers, shown.Select(Row).ToList()),
            Summary = [$"{RunText.Count(status.Migrations.Count(line => !IsPending(line.State)))} applied, {status.Migrations.Count(line => IsPending(line.State))} pending."],
        };
    }

    private static bool IsPending(MigrationState state) => state is MigrationState.Pending or MigrationState.Renamed;

    private static IReadOnlyList<string> Row(MigrationStatus line) =>
    [
        line.Version,
        line.RenamedFrom is null ? line.Name : $"{line.Name} (was {line.RenamedFrom})",
        MigrationLine.SourceName(line.Source),
        line.State.ToString().ToLowerInvariant() + (line.OutOfOrder ? " (out of order)" : ""),
        line.AppliedAt?.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "",
        RunText.Took(line.Duration).Trim(' ', '(', ')'),
    ];
}
