using Cairn.Schema.Snapshots;
using Cairn.Tool.Commands.Snapshots;
using Cairn.Tool.Output;

namespace Cairn.Tool.Commands;

/// <summary>Writes the structure down.</summary>
internal sealed class SchemaSnapshotCommand : ICommand
{
    public IReadOnlyList<string> Names => ["schema:snapshot"];

    public string Description => "Writes the database's structure as YAML or JSON, to a file or to standard output.";

    public CommandBody Declare(CommandLineApplication app)
    {
        var name = app.Argument("file", "Where to; .json is JSON, .yaml and .yml are YAML. Without one the YAML is printed.");
        return (context, cancellationToken) => RunAsync(context, name.Value, cancellationToken);
    }

    private static async Task<CommandReport> RunAsync(CommandContext context, string? name, CancellationToken cancellationToken)
    {
        var file = name is null ? null : SnapshotFile.Of(context, name);
        var snapshot = await context.CreateSnapshots().ReadAsync(cancellationToken);
        var report = new CommandReport(context.Command);
        if (file is null)
        {
            return report with { Answer = [SnapshotFile.Text(snapshot).TrimEnd('\n')], Schema = SchemaLines.Of(snapshot) };
        }

        file.Write(snapshot);
        return report with
        {
            Files = [file.Display],
            Schema = new SchemaLines { Fingerprint = Fingerprint.Of(snapshot) },
            Summary = [$"{file.Display}: {snapshot.Tables.Count()} tables, {snapshot.Objects.Count} objects."],
        };
    }
}
