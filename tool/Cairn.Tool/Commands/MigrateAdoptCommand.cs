using Cairn.Runtime.Adoptions;
using Cairn.Tool.CommandLines;
using Cairn.Tool.Commands.Runs;

namespace Cairn.Tool.Commands;

/// <summary>Takes over the records of another tool.</summary>
internal sealed class MigrateAdoptCommand : ICommand
{
    public IReadOnlyList<string> Names => ["migrate:adopt"];

    public string Description => "Reads another tool's tracking table, which it never changes, and records the matching migrations as applied without running them.";

    public CommandBody Declare(CommandLineApplication app)
    {
        var system = app.Argument("system", $"Whose table: one of {string.Join(", ", AdoptedSystems.Names)}.");
        var table = app.Value("--from-table <name>", "The table, with its schema where it has one; otherwise the name that the tool gives it.");
        var unmatched = app.Flag("--ignore-unmatched", "Leave rows that no migration here belongs to, and do not refuse because of them.");
        var byVersion = app.Flag("--by-version", "A row and a migration of one version belong together also where their names differ.");
        var dryRun = app.Flag("--dry-run", "Only show what would be recorded; change nothing.");
        return app.WithBundle(async (context, cancellationToken) =>
        {
            var name = system.Value ?? throw OptionReading.Wrong("whose table?", $"One of {string.Join(", ", AdoptedSystems.Names)}.");
            var request = new AdoptRequest(name, table.Value(), dryRun.HasValue()) { IgnoreUnmatched = unmatched.HasValue(), ByVersion = byVersion.HasValue() };
            return AdoptionResult.Of(context, await context.CreateMigrator(FolderUse.MustHaveMigrations).AdoptAsync(request, cancellationToken));
        });
    }
}
