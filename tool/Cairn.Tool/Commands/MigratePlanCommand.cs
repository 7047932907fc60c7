using Cairn.Runtime.Execution;
using Cairn.Tool.CommandLines;
using Cairn.Tool.Commands.Runs;
using Cairn.Tool.Output;

namespace Cairn.Tool.Commands;

/// <summary>What a run would do.</summary>
internal sealed class MigratePlanCommand : ICommand
{
    public IReadOnlyList<string> Names => ["migrate:plan"];

    public string Description => "Shows what migrate:latest would do, in order, with the SQL of each. Changes nothing.";

    public bool TakesTargets => true;

    public CommandBody Declare(CommandLineApplication app)
    {
        var down = app.Flag("--down", "Plan a rollback, as migrate:down with the same options would do it.");
        var sql = app.Flag("--sql", "Print only the SQL, for the database's own client.");
        var single = app.Flag("--single-transaction", "Plan for one transaction.");
        var phase = new PhaseOption(app);
        var options = new DownOptions(app);
        return app.WithBundle((context, cancellationToken) =>
        {
            var request = options.Read(dryRun: true);
            if (down.HasValue())
            {
                OptionReading.AtMostOne(("--down", true), ("--single-transaction", single.HasValue()));
                OptionReading.AtMostOne(("--down", true), ("--phase", phase.Phase is not null));
                return DownAsync(context, request, sql.HasValue(), cancellationToken);
            }

            if (request != new DownRequest { To = request.To, DryRun = true })
            {
                throw OptionReading.Wrong("a version, --steps, --include-built-in, --force and --from-history go with --down.", "Add --down, or leave them out.");
            }

            return LatestAsync(context, new LatestRequest(request.To, single.HasValue(), DryRun: true) { Phase = phase.Phase }, phase, sql.HasValue(), cancellationToken);
        });
    }

    private static async Task<CommandReport> LatestAsync(CommandContext context, LatestRequest request, PhaseOption phase, bool sql, CancellationToken cancellationToken)
    {
        var report = await context.CreateMigrator(FolderUse.MustHaveMigrations).LatestAsync(request, cancellationToken);
        return RunResult.Of(context, report, phase.Nothing(report), sql);
    }

    private static async Task<CommandReport> DownAsync(CommandContext context, DownRequest request, bool sql, CancellationToken cancellationToken)
    {
        var report = await context.CreateMigrator(FolderUse.MustHaveMigrations).DownAsync(request, cancellationToken);
        return RunResult.Of(context, report, "Nothing to roll back.", sql);
    }
}
