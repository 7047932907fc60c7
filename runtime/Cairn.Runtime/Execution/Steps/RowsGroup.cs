using System.Data;
using System.Data.Common;
using System.Runtime.ExceptionServices;
using Cairn.Runtime.Data.Clients;
using Cairn.Runtime.Data.Connections;
using Cairn.Runtime.Data.Sinks;
using Cairn.Runtime.History.Journals;
using Cairn.Schema.Dialects;
using Cairn.Schema.Operations;

namespace Cairn.Runtime.Execution.Steps;

/// <summary>
/// One transaction for the changes of rows that follow each other, with their journal entries in it, where a change of the schema commits: begun
/// with the first, committed before the next statement that commits by itself, or at the end with the record. So a migration of nothing but rows is
/// all or nothing there too. Each unit is a savepoint in it, for what is tried and taken back. Where the database has tables whose rows cannot be rolled back (MyISAM, Aria, MEMORY),
/// each unit commits by itself: a group that was rolled back would be done twice there.
/// </summary>
internal sealed class RowsGroup(RunConnection connection, MigrationSession session, RunJournal journal)
{
    private const string Savepoint = "SAVEPOINT cairn_unit";

    private RunJournal.Snapshot? before;
    private Exception? lost;
    private bool isAlone;

    /// <summary>Whether a commit was begun and not answered.</summary>
    public bool IsCommitting { get; private set; }

    /// <summary>Begins a unit, and the transaction where there is none.</summary>
    /// <exception cref="CairnException">The database has rolled the transaction back (CAIRN3007).</exception>
    public async Task BeginUnitAsync(CancellationToken cancellationToken)
    {
        ThrowIfLost();
        if (connection.Transaction is null)
        {
            isAlone = !await IsProtectedAsync(cancellationToken);
            before = journal.TakeSnapshot();
            await connection.BeginAsync(cancellationToken);
        }

        if (isAlone)
        {
            session.Join(connection.Transaction);
            return;
        }

        // Of the same name as the unit's before: that one is over, and is replaced.
        await connection.ExecuteAheadAsync([Savepoint], cancellationToken);
        session.Join(connection.Transaction);
    }

    /// <summary>Ends a unit; one that is taken back leaves what came before it.</summary>
    public async Task EndUnitAsync(bool keep)
    {
        session.Join(null);
        if (isAlone)
        {
            await (keep ? CommitAsync() : connection.RollbackAsync());
            return;
        }

        if (connection.Sink.Ahead.Remove(Savepoint) || keep)
        {
            return;
        }

        try
        {
            await connection.ExecuteAsync($"ROLLBACK TO {Savepoint}", [], CancellationToken.None);
        }
        catch (Exception exception) when (exception is DbException or InvalidOperationException or CairnException)
        {
            // A deadlock takes the whole transaction, or the connection is gone: the unit's own error tells it, unless the script catches that.
            lost = exception;
        }
    }

    /// <summary>Commits what there is, before a statement that would do so by itself.</summary>
    /// <exception cref="CairnException">The database has rolled the transaction back (CAIRN3007).</exception>
    public async Task CommitAsync()
    {
        ThrowIfLost();
        if (connection.Transaction is not null)
        {
            try
            {
                await CommitAsync(journal.Send());
                journal.Confirm();
            }
            catch
            {
                journal.Doubt();
                throw;
            }
        }
    }

    /// <summary>Commits what there is, together with the record.</summary>
    /// <param name="last">What records it, and takes the journal away.</param>
    public async Task CommitAsync(IReadOnlyList<OwnStatement> last)
    {
        IsCommitting = true;
        await connection.CommitAsync(last);
        IsCommitting = false;
        before = null;
    }

    /// <summary>A statement that commits by itself comes: it may make a table whose rows cannot be rolled back.</summary>
    /// <param name="operation">Which, where it is an operation of the builder.</param>
    public Task CommitBeforeChangeAsync(SchemaOperation? operation)
    {
        if (connection.Rows is not { IsProtected: true } rows || !rows.StayProtectedAfter(operation))
        {
            connection.Rows = null;
        }

        return CommitAsync();
    }

    /// <summary>The transaction that the record goes into: the open one, or a new one.</summary>
    /// <exception cref="CairnException">The database has rolled the transaction back (CAIRN3007).</exception>
    public async Task BeginRecordAsync(CancellationToken cancellationToken)
    {
        ThrowIfLost();
        if (connection.Transaction is null)
        {
            await connection.BeginAsync(cancellationToken);
        }
    }

    /// <summary>Rolls back what was not committed; the journal knows nothing of it any more.</summary>
    public async Task RollbackAsync()
    {
        session.Join(null);
        await connection.RollbackAsync();
        if (before is not null)
        {
            journal.Restore(before);
        }
    }

    /// <summary>The server looks into every table of the database to answer this, so it is asked anew only after what may have made another kind of table.</summary>
    private async Task<bool> IsProtectedAsync(CancellationToken cancellationToken) =>
        (connection.Rows ??= await RowsProtection.ReadAsync(connection, cancellationToken)).IsProtected;

    private void ThrowIfLost()
    {
        if (lost is not null)
        {
            if (connection.Inner.State != ConnectionState.Open || connection.Client.Classify(lost) == DatabaseFailure.ConnectionLost)
            {
                ExceptionDispatchInfo.Throw(lost);
            }

            throw new CairnException(
                ErrorCodes.DatabaseLockTimeout,
                $"{Refusal.DisplayName(connection.Client.Client)} rolled back all changes of rows since the last change of the schema when one of them failed, also those outside db.Try or db.Transaction.",
                lost)
            {
                Fix = "Another session was in the way (a deadlock): run the same command again.",
            };
        }
    }
}
