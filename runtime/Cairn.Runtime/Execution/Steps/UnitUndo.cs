using Cairn.Runtime.Data.Connections;
using Cairn.Runtime.History.Journals;
using Cairn.Schema.Operations;

namespace Cairn.Runtime.Execution.Steps;

/// <summary>Takes one unit of a half run migration back, and out of the journal.</summary>
internal sealed class UnitUndo(RunConnection connection, MigrationSession session, RunJournal journal)
{
    public async Task RunAsync(JournalRow row, SchemaOperation undo, CancellationToken cancellationToken)
    {
        if (connection.Client.Dialect.Capabilities.TransactionalDdl && !RefusesTransaction(undo))
        {
            await TogetherAsync(row, undo, cancellationToken);
            return;
        }

        // A crash between the two is seen by the next run: the catalogue tells whether it is back.
        await journal.SaveAsync(row with { State = JournalState.Undoing, BeforeHash = await session.ProbeAsync(undo, cancellationToken) }, cancellationToken);
        session.Add(undo);
        await session.CompleteAsync();
        await journal.RemoveAsync(row, cancellationToken);
    }

    private static bool RefusesTransaction(SchemaOperation undo) => undo is AlterTable alter
        && alter.Changes.Any(change => change is AddIndex { Index.Concurrently: true } or DropIndex { Concurrently: true });

    private async Task TogetherAsync(JournalRow row, SchemaOperation undo, CancellationToken cancellationToken)
    {
        var enforced = await connection.Client.ForeignKeysEnforcedAsync(connection.Inner, cancellationToken);
        await connection.Client.EnforceForeignKeysAsync(connection.Inner, enforce: false, cancellationToken);
        await connection.BeginAsync(cancellationToken);
        session.Join(connection.Transaction);
        try
        {
            session.Add(undo);
            await session.CompleteAsync();
            await journal.RemoveAsync(row, cancellationToken);
            await connection.CommitAsync();
        }
        finally
        {
            session.Join(null);
            await connection.RollbackAsync();
            await connection.Client.EnforceForeignKeysAsync(connection.Inner, enforced, CancellationToken.None);
        }
    }
}
