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
        var enforced = await connection.Client.ForeignKeysEnforcedAsync(connection.Inner, cancellationToken);
        session.ForeignKeysOff = () => connection.Client.EnforceForeignKeysAsync(connection.Inner, enforce: false, cancellationToken);
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
            throw StepErrors.Describe(connection.Client, body, session.Failure, exception, State(body, session), cancellationToken);
        }
        finally
        {
            connection.Sink.Limits = connection.Limits;
            await RestoreAsync(enforced);
        }
    }

    private static string State(StepBody body, MigrationSession session) => session.Sent <= 1
        ? $"{body.Step.Migration.Version} runs outside a transaction; its first statement failed, so nothing of it is in the database unless that statement leaves something behind when it fails."
        : $"{body.Step.Migration.Version} runs outside a transaction: {session.Sent - 1} of its statements were done and stay in the database; it is not recorded as applied.";

    private async Task RestoreAsync(bool enforced)
    {
        if (connection.Inner.State == System.Data.ConnectionState.Open)
        {
            await connection.Client.EnforceForeignKeysAsync(connection.Inner, enforced, CancellationToken.None);
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
