using System.Data;
using System.Diagnostics;
using Cairn.Runtime.History.Journals;
using Cairn.Schema.Building;
using Cairn.Schema.Dialects;
using Cairn.Schema.Operations;
using Dapper;

namespace Cairn.Runtime.Data.Connections;

internal sealed partial class MigrationSession
{
    private async Task RunOperationAsync(RecordedOperation recorded, StackTrace origin, CancellationToken cancellationToken)
    {
        var operation = recorded.Operation;
        if (Listener?.Hear(operation, origin) == false)
        {
            return;
        }

        var progress = new OperationProgress();
        try
        {
            recorded.Affected = IsJournaled
                ? await JournalOperationAsync(operation, progress, cancellationToken)
                : await RunAtOnceAsync(operation, progress, cancellationToken);
        }
        catch (Exception exception) when (Listener?.Forgives(exception) == true)
        {
            // The listener has heard the operation, and does without its statements.
        }
        catch (Exception exception) when (exception is not (RestartWithoutForeignKeysException or ReplayEndedException))
        {
            DropQueue();
            Failure ??= new StatementFailure(exception, progress.Current, operation.Describe(), origin);
            throw;
        }
    }

    private async Task<int> RunAtOnceAsync(SchemaOperation operation, OperationProgress progress, CancellationToken cancellationToken)
    {
        var rendered = await RenderAsync(operation, cancellationToken);
        return await RunWithForeignKeysAsync(rendered, () => RunStatementsAsync(operation, rendered, progress, cancellationToken));
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

        if (statement.FailsWithRows is { } complaint)
        {
            var rows = await direct.QueryAsync(Definition(statement, cancellationToken));
            StatementRules.CheckNoRows(complaint, rows);
            return -1;
        }

        return await direct.ExecuteAsync(Definition(statement, cancellationToken));
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
