using Cairn.Schema.Snapshots;
using Cairn.Tool.Output;

namespace Cairn.Tool.Commands;

/// <summary>One hash of the structure.</summary>
internal sealed class SchemaFingerprintCommand : ICommand
{
    public IReadOnlyList<string> Names => ["schema:fingerprint"];

    public string Description => "Prints one hash of the database's structure: equal structures, equal hashes.";

    public bool TakesTargets => true;

    public CommandBody Declare(CommandLineApplication app) => async (context, cancellationToken) =>
    {
        var hash = Fingerprint.Of(await context.CreateSnapshots().ReadAsync(cancellationToken));
        return new CommandReport(context.Command) { Answer = [hash], Schema = new SchemaLines { Fingerprint = hash } };
    };
}
