using Cairn.Runtime.Data.Connections;

namespace Cairn.Runtime.Execution.Steps;

/// <summary>Runs a [NoTransaction] migration: each statement commits by itself, and the record follows in a transaction of its own.</summary>
internal sealed class OutsideTransaction(RunConnection connection, MigratorOptions options)
{
    public async Task RunAsync(StepBody body, Func<Task> record, CancellationToken cancellationToken)
    {
        using var session = new MigrationSession(connection.Client, connection.Inner, connection.Sink, cancellationToken);
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
        session.ForeignKeysOff = () => SwitchForeignKeysOffAsync(session, cancellationToken);
        try
        {
            await LimitAsync(cancellationToken);
            await body.RunAsync(session, options, connection, cancellationToken);
            await connection.BeginAsync(cancellationToken);
            await record();
            await connection.CommitAsync();
        }
        catch (Exception exception)
        {
            await connection.RollbackAsync();
            throw StepErrors.Describe(connection.Client, connection.Target.Display, body, session.Failure, exception, State(body, session), cancellationToken);
        }
        finally
        {
            connection.Sink.Limits = connection.Limits;
            await RestoreAsync();
        }
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

    private static string State(StepBody body, MigrationSession session) => session.Done == 0
        ? $"{body.Step.Migration.Version} runs outside a transaction; none of its statements was done, and it is not recorded as applied. A statement that failed may have left something behind (CREATE INDEX CONCURRENTLY leaves an invalid index)."
        : $"{body.Step.Migration.Version} runs outside a transaction: {session.Done} of its statements were done and stay in the database, unless they were inside a db.Transaction that was undone; it is not recorded as applied.";

    private async Task RestoreAsync()
    {
        if (connection.Inner.State == System.Data.ConnectionState.Open)
        {
            await LimitAsync(CancellationToken.None);
        }
    }

    private async Task LimitAsync(CancellationToken cancellationToken)
    {
        foreach (var statement in connection.Client.LimitStatements(connection.Sink.Limits, inTransaction: false))
        {
            await connection.ExecuteAsync(statement, [], cancellationToken);
        }
    }
}
