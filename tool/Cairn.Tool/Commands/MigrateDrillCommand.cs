using Cairn.Runtime.Drills;
using Cairn.Tool.Commands.Drills;
using Cairn.Tool.Output.Drills;

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
            if (options.Report is { } file)
            {
                DrillFiles.Check(file);
            }

            var request = await options.ReadAsync(context, cancellationToken);
            using var observer = new DrillConsole(context.Printer, context.Observer);
            var settings = MigratorFactory.Options(context.Settings, context.Observer, FolderUse.MustHaveMigrations);
            var report = await new Driller(settings).RunAsync(request, observer, cancellationToken);
            var result = DrillResult.Of(context, report);
            if (options.Report is { } path)
            {
                DrillFiles.Write(report, Path.GetFullPath(path, context.Host.WorkingFolder));
                result = result with { Files = [path] };
            }

            return result;
        };
    }
}
