using System.Data;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Cairn.Runtime.History.Journals;
using Cairn.Schema.Dialects;
using Cairn.Schema.Operations;
using Dapper;

namespace Cairn.Runtime.Data.Connections;

internal sealed partial class MigrationSession
{
    private async Task RunOperationAsync(QueuedOperation queued, CancellationToken cancellationToken)
    {
        var recorded = queued.Recorded;
        var operation = recorded.Operation;
        if (Listener?.Hear(operation, queued.Origin) == false)
        {
            return;
        }

        var progress = new OperationProgress();
        try
        {
            if (IsJournaled)
            {
                recorded.Affected = await JournalOperationAsync(operation, progress, cancellationToken);
            }
            else if (InTransaction && sink.SendsTogether && operation is not RawSql)
            {
                await HoldAsync(queued, progress, cancellationToken);
            }
            else
            {
                await held.SendAsync(cancellationToken);
                var rendered = await RenderAsync(operation, cancellationToken);
                recorded.Affected = await RunWithForeignKeysAsync(rendered, () => RunStatementsAsync(operation, rendered, progress, cancellationToken));
            }
        }
        catch (HeldOperationFailedException exception)
        {
            throw FailedAt(exception);
        }
        catch (Exception exception) when (Listener?.Forgives(exception) == true)
        {
            // The listener has heard the operation, and does without its statements.
        }
        catch (Exception exception) when (exception is not (RestartWithoutForeignKeysException or ReplayEndedException))
        {
            DropQueue();
            Failure ??= new StatementFailure(exception, progress.Current, operation.Describe(), queued.Origin);
            throw;
        }
    }

    /// <summary>Keeps an operation's statements, to be sent with those of the operations after it; what cannot go with others goes alone.</summary>
    private async Task HoldAsync(QueuedOperation queued, OperationProgress progress, CancellationToken cancellationToken)
    {
        var operation = queued.Recorded.Operation;
        RenderedOperation rendered;
        try
        {
            rendered = await DatabaseClient.Dialect.RenderAsync(operation, new CatalogueAfterHeld(held, Inner), cancellationToken);
        }
        catch (CairnException)
        {
            // What was said before the operation that cannot be done runs before it.
            await held.SendAsync(cancellationToken);
            throw;
        }

        if (rendered.RequiresForeignKeysOff || rendered.Statements.Any(statement => !CanGoTogether(statement)))
        {
            await held.SendAsync(cancellationToken);
            queued.Recorded.Affected = await RunWithForeignKeysAsync(rendered, () => RunStatementsAsync(operation, rendered, progress, cancellationToken));
            return;
        }

        foreach (var statement in rendered.Statements)
        {
            Sent++;
            held.Add(queued, statement.Text);
        }
    }

    /// <summary>A semicolon may be inside quotes; but a driver refuses a batch whose statement is two.</summary>
    private static bool CanGoTogether(SqlStatement statement) =>
        statement is { OutsideTransaction: false, FailsWithRows: null, Parameters: null } && !statement.Text.Contains(';', StringComparison.Ordinal);

    private async Task SendHeldAsync(CancellationToken cancellationToken)
    {
        try
        {
            await held.SendAsync(cancellationToken);
        }
        catch (HeldOperationFailedException exception)
        {
            throw FailedAt(exception);
        }
        catch (Exception)
        {
            DropQueue();
            throw;
        }
    }

    private Exception FailedAt(HeldOperationFailedException failed)
    {
        DropQueue();
        Failure ??= new StatementFailure(failed.Cause, failed.Sql, failed.Operation.Recorded.Operation.Describe(), failed.Operation.Origin);
        ExceptionDispatchInfo.Throw(failed.Cause);
        return failed.Cause;
    }

    private async Task<int> RunWithForeignKeysAsync(RenderedOperation rendered, Func<Task<int>> run)
    {
        var switchBack = rendered.RequiresForeignKeysOff && ForeignKeysOff is { } switchOff ? await switchOff() : null;
        try
        {
            return await run();
        }
        finally
        {
            if (switchBack is not null)
            {
                await switchBack();
            }
        }
    }

    private async Task<int> RunStatementsAsync(
        SchemaOperation operation, RenderedOperation rendered, OperationProgress progress, CancellationToken cancellationToken)
    {
        var affected = -1;
        foreach (var statement in rendered.Statements)
        {
            progress.Current = statement.Text;
            affected = await RunStatementAsync(operation, statement, cancellationToken);
        }

        return affected;
    }

    private async Task<int> RunStatementAsync(SchemaOperation operation, SqlStatement statement, CancellationToken cancellationToken)
    {
        if (InTransaction)
        {
            StatementRules.CheckTransaction(Client, operation, statement);
            CheckMayCommit(statement.Text);
        }

        if (statement.FailsWithRows is not null || statement.Parameters is not null)
        {
            return await ThroughDapperAsync(statement, cancellationToken);
        }

        await using var command = direct.CreateCommand();
        command.CommandText = statement.Text;
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    // Not inlined: calling it is what loads Dapper.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task<int> ThroughDapperAsync(SqlStatement statement, CancellationToken cancellationToken)
    {
        if (statement.FailsWithRows is not { } complaint)
        {
            return await direct.ExecuteAsync(Definition(statement, cancellationToken));
        }

        StatementRules.CheckNoRows(complaint, await direct.QueryAsync(Definition(statement, cancellationToken)));
        return -1;
    }

    /// <summary>Said to be text: Dapper takes one word (<c>analyze</c>) for the name of a procedure.</summary>
    private static CommandDefinition Definition(SqlStatement statement, CancellationToken cancellationToken) =>
        new(statement.Text, statement.Parameters, commandType: CommandType.Text, cancellationToken: cancellationToken);

    /// <summary>The statement that an operation is at, for the error.</summary>
    private sealed class OperationProgress
    {
        public string? Current { get; set; }
    }
}
