using Cairn.Runtime.Seeds;
using Cairn.Scripting.Caching;
using Cairn.Scripting.Compiling;
using Cairn.Scripting.Formats;
using Cairn.Tool.Commands.Runs;
using Cairn.Tool.Commands.Seeds;
using Cairn.Tool.Output;

namespace Cairn.Tool.Commands;

/// <summary>Runs seeds.</summary>
internal sealed class SeedRunCommand : ICommand
{
    public IReadOnlyList<string> Names => ["seed:run"];

    public string Description => "Runs the seed scripts in the order of their names, each in a transaction. A seed runs whenever it is asked for. Asks first where the environment is protected.";

    public bool TakesTargets => true;

    public CommandBody Declare(CommandLineApplication app)
    {
        var names = app.Argument("seeds", "The names of those to run; all where none is named.", multipleValues: true);
        var dry = new DryRunOptions(app);
        return (context, cancellationToken) => RunAsync(context, [.. names.Values.OfType<string>()], dry.DryRun, dry.Sql, cancellationToken);
    }

    private static async Task<CommandReport> RunAsync(CommandContext context, IReadOnlyList<string> names, bool dryRun, bool sql, CancellationToken cancellationToken)
    {
        var files = SeedFiles.Choose(context, names);
        await Confirmation.AskIfProtectedAsync(context, $"run {string.Join(", ", files.Select(file => file.Name))}", dryRun, cancellationToken);
        var seeds = context.Share is { } share ? await share.OnceAsync(() => LoadAsync(context, files, cancellationToken)) : await LoadAsync(context, files, cancellationToken);
        var options = MigratorFactory.Options(context.Settings, context.Observer, FolderUse.None);
        var report = await new Seeder(options).RunAsync(seeds, dryRun, seed => Tell(context.Printer, seed), cancellationToken);
        return SeedResult.Of(context, report, sql);
    }

    private static Task<IReadOnlyList<SeedScript>> LoadAsync(CommandContext context, IReadOnlyList<SeedFile> files, CancellationToken cancellationToken)
    {
        var compiler = new ScriptCompiler(CompileCache.FromEnvironment(context.Observer.Warning));
        return new SeedReader(compiler) { Warn = context.Observer.Warning }.LoadAsync(files, cancellationToken);
    }

    private static void Tell(Printer printer, SeedOutcome seed)
    {
        if (seed.State == SeedState.Failed)
        {
            printer.Note(SeedResult.Line(seed));
        }
        else
        {
            printer.Result(SeedResult.Line(seed));
        }
    }
}
