using Cairn.Tool.Commands.Runs;
using Cairn.Tool.Output;

namespace Cairn.Tool.Commands;

/// <summary>The highest applied version.</summary>
internal sealed class MigrateCurrentCommand : ICommand
{
    public IReadOnlyList<string> Names => ["migrate:current"];

    public string Description => "Prints the highest applied version, alone on one line; nothing where none is applied.";

    public bool TakesTargets => true;

    public CommandBody Declare(CommandLineApplication app) => app.WithBundle(async (context, cancellationToken) =>
    {
        var current = await context.CreateMigrator().CurrentAsync(cancellationToken);
        var target = context.Settings.Connection.Target;
        return new CommandReport(context.Command)
        {
            Client = target.Client,
            Database = target.Database,
            Version = current,
            Answer = current is null ? [] : [current],
        };
    });
}
