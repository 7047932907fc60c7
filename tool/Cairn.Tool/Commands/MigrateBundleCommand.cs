using Cairn.Runtime.BuiltIn;
using Cairn.Runtime.Migrations;
using Cairn.Scripting.Bundles;
using Cairn.Tool.CommandLines;
using Cairn.Tool.Commands.Makings;
using Cairn.Tool.Commands.Runs;
using Cairn.Tool.Output;
using Cairn.Tool.Settings;

namespace Cairn.Tool.Commands;

/// <summary>Compiles all migrations into one file.</summary>
internal sealed class MigrateBundleCommand : ICommand
{
    public IReadOnlyList<string> Names => ["migrate:bundle"];

    public string Description => "Compiles all migrations into one file, so that a run needs neither the compiler nor their files. Needs no database.";

    public CommandBody Declare(CommandLineApplication app)
    {
        var output = app.Value("-o|--output <file>", "The file to write; a bundle that is there is replaced.");
        return (context, cancellationToken) => RunAsync(context, output.Value(), cancellationToken);
    }

    private static async Task<CommandReport> RunAsync(CommandContext context, string? output, CancellationToken cancellationToken)
    {
        var settings = context.Settings;
        var path = Path.GetFullPath(output ?? throw OptionReading.Wrong("there is no file to write the bundle to.", "Write migrate:bundle -o migrations.bundle."), settings.WorkingFolder);
        var display = DisplayPath.Of(path, settings.WorkingFolder);
        BundleTarget.Check(path, display);
        var naming = MigratorFactory.Naming(settings);
        var set = MigrationSet.From([BuiltInMigrations.Source, .. MigratorFactory.Sources(settings, refuseEmpty: true)], naming);
        RunResult.TellWarnings(context, set.Warnings);
        var migrations = set.Migrations.Where(migration => migration.Source == MigrationSourceKind.Custom).ToList();
        var bytes = await BundleMaker.MakeAsync(migrations, naming, ToolHost.Version, context.Observer.Warning, cancellationToken);
        BundleTarget.Write(path, display, bytes);
        return new CommandReport(context.Command)
        {
            Files = [display],
            Warnings = set.Warnings,
            Summary = [$"{RunText.Count(migrations.Count)} in {display} ({bytes.Length / 1024} kB)."],
        };
    }
}
