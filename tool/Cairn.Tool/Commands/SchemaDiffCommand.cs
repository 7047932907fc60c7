using Cairn.Schema.Comparison;
using Cairn.Tool.Commands.Snapshots;
using Cairn.Tool.Output;

namespace Cairn.Tool.Commands;

/// <summary>How far the database is from a snapshot.</summary>
internal sealed class SchemaDiffCommand : ICommand
{
    public IReadOnlyList<string> Names => ["schema:diff"];

    public string Description => "Shows what would change to make the database like a snapshot. Exit code 3 where anything would.";

    public bool TakesTargets => true;

    public CommandBody Declare(CommandLineApplication app)
    {
        var name = app.Argument("file", "The snapshot. Default: schema.yaml in the extensions folder.");
        return (context, cancellationToken) => RunAsync(context, SnapshotFile.Of(context, name.Value), cancellationToken);
    }

    private static async Task<CommandReport> RunAsync(CommandContext context, SnapshotFile file, CancellationToken cancellationToken)
    {
        var wanted = file.Read(context.Settings.Connection.Target.Client);
        var comparison = await context.CreateSnapshots().CompareAsync(wanted, cancellationToken);
        ServerVersions.Warn(context, comparison.Current, wanted);
        var report = new CommandReport(context.Command) { Schema = SchemaLines.Of(comparison.Diff) };
        var count = comparison.Diff.Differences.Count;
        return count == 0
            ? report with { Summary = [$"The database is as {file.Display} has it."] }
            : report with
            {
                Answer = [.. DiffText.Lines(comparison.Diff)],
                Error = new CairnException(ErrorCodes.DifferencesFound, $"the database differs from {file.Display} in {(count == 1 ? "one object" : $"{count} objects")}.")
                {
                    Fix = $"Make the database like the file with schema:apply {file.Display}, or by a migration (migrate:make <name> --from-schema); or the file like the database with schema:snapshot {file.Display}.",
                    DatabaseState = "nothing was changed",
                },
            };
    }
}
