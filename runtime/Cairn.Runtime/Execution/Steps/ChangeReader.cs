using Cairn.Runtime.Data.Connections;
using Cairn.Runtime.Migrations;
using Cairn.Schema.Operations;

namespace Cairn.Runtime.Execution.Steps;

/// <summary>Reads the operations of a <c>Change</c> without running them, to check that it can be undone, and to undo it.</summary>
internal sealed class ChangeReader(RunConnection connection, MigratorOptions options)
{
    /// <summary>The operations that undo a <c>Change</c>, in order.</summary>
    /// <exception cref="CairnException">One of its operations cannot be undone (CAIRN2009).</exception>
    public async Task<IReadOnlyList<SchemaOperation>> InverseAsync(LoadedMigration migration, CancellationToken cancellationToken)
    {
        var undone = new List<SchemaOperation>();
        foreach (var operation in (await RecordAsync(migration, cancellationToken)).Reverse())
        {
            var inverse = operation.Invert();
            undone.Add(inverse.Operation ?? throw new CairnException(
                ErrorCodes.NotReversible, $"The Change cannot be undone: {inverse.WhyNot} ({operation.Describe()}).")
            {
                File = migration.Descriptor.Path,
                Line = operation.Line,
                DatabaseState = "Nothing was run.",
                Fix = "Give the builder what it needs to undo it (the definition, .Reverse(\"…\") for raw SQL), or write Up and Down.",
            });
        }

        return undone;
    }

    private async Task<IReadOnlyList<SchemaOperation>> RecordAsync(LoadedMigration migration, CancellationToken cancellationToken)
    {
        using var session = new MigrationSession(connection.Client, connection.Inner, connection.Sink, cancellationToken) { RecordsOnly = true };
        try
        {
            await migration.Up(new Db(session, options, connection.Client.ReadVersion(connection.Inner)), cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var at = migration.Locate?.Invoke(exception);
            var known = exception as CairnException;
            throw new CairnException(known?.Code ?? ErrorCodes.NotReversible, exception.Message, exception)
            {
                File = at?.File ?? migration.Descriptor.Path,
                Line = at?.Line,
                Fix = known?.Fix ?? "A Change is also read without running it, to be undone; it may only record schema operations.",
                DatabaseState = "Nothing was run.",
            };
        }

        return session.TakeRecorded();
    }
}
