using Cairn.Runtime.Data.Clients;
using Cairn.Runtime.Data.Connections;
using Cairn.Runtime.Data.Sinks;

namespace Cairn.Runtime.Execution.Steps;

/// <summary>Runs a migration inside a transaction, its record with it: both are in the database, or neither is.</summary>
internal sealed class InsideTransaction(RunConnection connection, MigratorOptions options)
{
    private const int MostAttempts = 4;
    private const string FoundOut = "found out at its end";

    /// <param name="body">What to run.</param>
    /// <param name="ownTransaction">False where the whole run is one transaction, which the runner began.</param>
    /// <param name="record">Writes the record, inside the transaction; what it gives back is still to be run.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task RunAsync(StepBody body, bool ownTransaction, Func<Task<IReadOnlyList<OwnStatement>>> record, CancellationToken cancellationToken)
    {
        var foreignKeys = new ForeignKeySwitch(connection);
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                var error = await TryAsync(body, ownTransaction, foreignKeys, record, cancellationToken);
                if (error is null)
                {
                    return;
                }

                if (foreignKeys.RestartNeeded && ownTransaction)
                {
                    attempt--;
                    continue;
                }

                if (!ownTransaction || attempt == MostAttempts || error.Code != ErrorCodes.DatabaseLockTimeout)
                {
                    throw error;
                }

                var pause = TimeSpan.FromSeconds(Math.Pow(2, attempt - 1));
                options.Observer.Warning($"{body.Step.Migration.Version} waited too long for a lock and was rolled back; trying again in {Duration.Format(pause)}.");
                await Task.Delay(pause, cancellationToken);
            }
        }
        finally
        {
            await foreignKeys.RestoreAsync();
        }
    }

    /// <summary>Null where it went well; otherwise everything is rolled back.</summary>
    private async Task<CairnException?> TryAsync(
        StepBody body, bool ownTransaction, ForeignKeySwitch foreignKeys, Func<Task<IReadOnlyList<OwnStatement>>> record, CancellationToken cancellationToken)
    {
        connection.Sink.Probe?.Begin(body.Step.Migration.Version, body.Step.Direction);
        using var session = new MigrationSession(connection.Client, connection.Inner, connection.Statements, cancellationToken);
        var mark = $"cairn_step_{Guid.NewGuid():N}";
        var committing = false;
        try
        {
            await BeginAsync(session, mark, ownTransaction, foreignKeys, cancellationToken);
            session.ForeignKeysOff = () => RequireForeignKeysOffAsync(session, mark, ownTransaction, foreignKeys, cancellationToken);
            await body.RunAsync(session, options, connection, cancellationToken);
            await foreignKeys.CheckAsync(cancellationToken);
            var last = await CheckStillInsideAsync(body, mark, cancellationToken);
            if (ownTransaction && !connection.Client.Dialect.Capabilities.TransactionalDdl)
            {
                // The change has ended the transaction; the record and its log entry belong together all the same.
                await connection.CommitAsync();
                await connection.BeginAsync(cancellationToken);
            }

            last = [.. last, .. await record()];
            if (ownTransaction)
            {
                committing = true;
                await connection.CommitAsync(last);
            }
            else
            {
                await connection.ExecuteAsync(last, cancellationToken);
            }

            return null;
        }
        catch (Exception failure)
        {
            var exception = IsTransactionEnded(failure) ? TransactionGuard.Refuse(FoundOut) : failure;
            if (ownTransaction)
            {
                await connection.RollbackAsync();
            }

            return StepErrors.Describe(connection, body, session.Failure, exception, State(connection, body, exception, committing), cancellationToken);
        }
    }

    private async Task BeginAsync(
        MigrationSession session, string mark, bool ownTransaction, ForeignKeySwitch foreignKeys, CancellationToken cancellationToken)
    {
        if (ownTransaction)
        {
            await foreignKeys.ApplyAsync(cancellationToken);
            await connection.BeginAsync(cancellationToken);
        }

        session.Join(connection.Transaction);
        await connection.ExecuteAheadAsync(
            [.. connection.Client.LimitStatements(connection.Sink.Limits, inTransaction: true), connection.Client.MarkTransactionSql(mark)], cancellationToken);
    }

    private async Task<Func<Task>?> RequireForeignKeysOffAsync(
        MigrationSession session, string mark, bool ownTransaction, ForeignKeySwitch foreignKeys, CancellationToken cancellationToken)
    {
        await foreignKeys.RequireOffAsync(
            session,
            async () =>
            {
                if (!ownTransaction)
                {
                    throw new CairnException(
                        ErrorCodes.SingleTransactionImpossible,
                        "A table that others refer to is rebuilt, for which SQLite must have foreign keys off, and that cannot be switched inside the run's single transaction.")
                    {
                        Fix = "Run without --single-transaction.",
                    };
                }

                await connection.RollbackAsync();
                await BeginAsync(session, mark, ownTransaction, foreignKeys, cancellationToken);
            },
            cancellationToken);

        // They stay off to the end of the migration, since they cannot be switched inside its transaction; the runner switches them back.
        return null;
    }

    /// <summary>A script may have ended the transaction in a way that no look at its statements shows; then its record must not pretend.</summary>
    /// <returns>Where the database can refuse it together with the record: the statement that does.</returns>
    private async Task<IReadOnlyList<OwnStatement>> CheckStillInsideAsync(StepBody body, string mark, CancellationToken cancellationToken)
    {
        if (body.IsRecordedWithCommit && connection.Client.RequireTransactionSql(mark) is { } require)
        {
            return [new OwnStatement(require, [])];
        }

        try
        {
            var rows = await connection.QueryAsync(connection.Client.StillInTransactionSql(mark), [], cancellationToken);
            if (rows.Count > 0 || connection.Client.MarkIsSavepoint)
            {
                return [];
            }
        }
        catch (System.Data.Common.DbException exception) when (connection.Client.Classify(exception) is not (DatabaseFailure.ConnectionLost or DatabaseFailure.Unreachable))
        {
            // Told below: the savepoint is gone.
        }

        throw TransactionGuard.Refuse(FoundOut);
    }

    private static bool IsTransactionEnded(Exception exception) =>
        exception is System.Data.Common.DbException && exception.Message.Contains(DatabaseClient.TransactionEnded, StringComparison.Ordinal);

    private static string State(RunConnection connection, StepBody body, Exception exception, bool committing)
    {
        var version = body.Step.Migration.Version;
        return committing && StepErrors.AfterCommit(connection, exception, version.ToString()) is { } unknown
            ? unknown
            : exception is CairnException { Code: ErrorCodes.OwnTransaction, Message: var message } && message.Contains(FoundOut, StringComparison.Ordinal)
                ? $"What {version} did before it ended the transaction is in the database; it is not recorded."
                : $"{version} was rolled back: the database is as it was before it.";
    }
}
