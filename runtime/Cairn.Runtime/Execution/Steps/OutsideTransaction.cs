using Cairn.Runtime.Data.Clients;
using Cairn.Runtime.Data.Connections;
using Cairn.Runtime.Data.Sinks;
using Cairn.Runtime.History.Journals;

namespace Cairn.Runtime.Execution.Steps;

/// <summary>
/// Runs a migration that no transaction can hold: a [NoTransaction] one, or any on a database that commits at each change of the schema.
/// The journal knows what was done, so a run that was cut goes on where it stopped. Without [NoTransaction], changes of rows that follow each other are one transaction.
/// </summary>
internal sealed class OutsideTransaction(RunConnection connection, MigratorOptions options)
{
    /// <param name="body">What to run.</param>
    /// <param name="journal">What an earlier run did of it.</param>
    /// <param name="record">Writes the record; what it gives back is still to be run.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task RunAsync(StepBody body, RunJournal journal, Func<Task<IReadOnlyList<OwnStatement>>> record, CancellationToken cancellationToken)
    {
        connection.Sink.Probe?.Begin(body.Step.Migration.Version, body.Step.Direction);
        using var session = OpenSession(connection, journal, cancellationToken);
        session.ForeignKeysOff = () => SwitchForeignKeysOffAsync(session, cancellationToken);
        var rows = new RowsGroup(connection, session, journal);
        var limits = connection.Sink.Limits;
        if (!body.Options.NoTransaction)
        {
            session.BeginOwn = () => rows.BeginUnitAsync(cancellationToken);
            session.EndOwn = rows.EndUnitAsync;
            session.CommitRows = rows.CommitBeforeChangeAsync;
            session.SessionChanges = () => connection.Rows = null;
            session.WritesJournalAtCommit = true;
        }

        try
        {
            await LimitAsync(cancellationToken);
            await body.RunAsync(session, options, connection, cancellationToken);
            await rows.BeginRecordAsync(cancellationToken);
            await rows.CommitAsync([.. await record(), .. journal.Clearing()]);
        }
        catch (Exception exception)
        {
            await rows.RollbackAsync();
            await TryWriteAsync(journal);
            var state = HalfRunText.Of(body.Step.Migration.Version, journal.Units);
            if (rows.IsCommitting && StepErrors.IsLost(connection, exception))
            {
                state += "\nThe connection was lost during a commit: what that held is in the database wholly or not at all. The next run finds out by itself.";
            }

            throw StepErrors.Describe(connection, body, session.Failure, exception, state, cancellationToken);
        }
        finally
        {
            connection.Sink.Ahead.Clear();
            connection.Sink.Limits = connection.Limits;
            await RestoreAsync(limits);
        }
    }

    /// <summary>What was done and is not written down yet: the next run would find it out in the catalogue, but who looks at the journal should see it.</summary>
    private async Task TryWriteAsync(RunJournal journal)
    {
        if (connection.Inner.State != System.Data.ConnectionState.Open)
        {
            return;
        }

        try
        {
            await journal.WriteAsync(CancellationToken.None);
        }
        catch (Exception exception) when (exception is System.Data.Common.DbException or InvalidOperationException or CairnException)
        {
            options.Observer.Warning($"How far the migration came could not be written to the journal; the next run finds it out: {exception.Message}");
        }
    }

    /// <summary>A session that may begin transactions of its own, which its journal entries are written in.</summary>
    public static MigrationSession OpenSession(RunConnection connection, RunJournal? journal, CancellationToken cancellationToken)
    {
        var session = new MigrationSession(connection.Client, connection.Inner, connection.Statements, cancellationToken) { Journal = journal };
        session.BeginOwn = async () =>
        {
            await connection.BeginAsync(cancellationToken);
            session.Join(connection.Transaction);
        };
        session.EndOwn = async commit =>
        {
            session.Join(null);
            await (commit ? connection.CommitAsync() : connection.RollbackAsync());
        };
        return session;
    }

    /// <summary>Off for one operation only; there is no transaction around it that would keep them from being switched.</summary>
    private async Task<Func<Task>?> SwitchForeignKeysOffAsync(MigrationSession session, CancellationToken cancellationToken)
    {
        if (!await connection.Client.ForeignKeysEnforcedAsync(connection.Inner, cancellationToken))
        {
            return null;
        }

        if (session.InTransaction)
        {
            throw new CairnException(
                ErrorCodes.OperationUnsupported,
                "This change rebuilds a table that others refer to, for which SQLite must have foreign keys off, and that cannot be switched inside db.Transaction, db.Try or a batch.")
            {
                Fix = "Put the change outside of it, or take [NoTransaction] away from the migration.",
            };
        }

        await connection.Client.EnforceForeignKeysAsync(connection.Inner, enforce: false, cancellationToken);
        return () => connection.Client.EnforceForeignKeysAsync(connection.Inner, enforce: true, CancellationToken.None);
    }

    /// <summary>On MySQL and MariaDB each migration sets its own limits, so those of the run are set again only after others.</summary>
    private async Task RestoreAsync(SessionLimits before)
    {
        if ((connection.Client.Dialect.Capabilities.TransactionalDdl || before != connection.Limits) && connection.Inner.State == System.Data.ConnectionState.Open)
        {
            try
            {
                await LimitAsync(CancellationToken.None);
            }
            catch (Exception exception) when (exception is System.Data.Common.DbException or InvalidOperationException)
            {
                // The connection is gone, and its limits with it: the migration's own error tells it, or the next statement does.
            }
        }
    }

    private async Task LimitAsync(CancellationToken cancellationToken)
    {
        var statements = connection.Client.LimitStatements(connection.Sink.Limits, inTransaction: false);
        if (!connection.Client.Dialect.Capabilities.TransactionalDdl)
        {
            await connection.ExecuteAheadAsync(statements, cancellationToken);
            return;
        }

        // Not together with others: PostgreSQL would make one transaction of them.
        foreach (var statement in statements)
        {
            await connection.ExecuteAsync(statement, [], cancellationToken);
        }
    }
}
