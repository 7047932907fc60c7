using System.Diagnostics;
using Cairn.Schema.Building;
using Cairn.Schema.Dialects;
using Cairn.Schema.Inspection;
using Cairn.Schema.Operations;
using Dapper;

namespace Cairn.Runtime.Data.Connections;

internal sealed partial class MigrationSession
{
    private async Task RunOperationAsync(RecordedOperation recorded, StackTrace origin, CancellationToken cancellationToken)
    {
        var operation = recorded.Operation;
        var progress = new OperationProgress();
        try
        {
            var inspector = new SchemaInspector(DatabaseClient.Dialect, sink.Catalogue);
            var rendered = await DatabaseClient.Dialect.RenderAsync(operation, inspector, cancellationToken);
            recorded.Affected = await RunWithForeignKeysAsync(operation, rendered, progress, cancellationToken);
        }
        catch (Exception exception) when (exception is not RestartWithoutForeignKeysException)
        {
            DropQueue();
            Failure ??= new StatementFailure(exception, progress.Current, operation.Describe(), origin);
            throw;
        }
    }

    private async Task<int> RunWithForeignKeysAsync(
        SchemaOperation operation, RenderedOperation rendered, OperationProgress progress, CancellationToken cancellationToken)
    {
        var switchBack = rendered.RequiresForeignKeysOff && ForeignKeysOff is { } switchOff ? await switchOff() : null;
        try
        {
            return NeedsOwnTransaction(rendered)
                ? await RunTogetherAsync(operation, rendered, progress, cancellationToken)
                : await RunStatementsAsync(operation, rendered, progress, cancellationToken);
        }
        finally
        {
            if (switchBack is not null)
            {
                await switchBack();
            }
        }
    }

    /// <summary>An operation of several statements (a rebuild on SQLite) is all or nothing also in a migration that runs outside a transaction.</summary>
    private bool NeedsOwnTransaction(RenderedOperation rendered) => !InTransaction && BeginOwn is not null
        && DatabaseClient.Dialect.Capabilities.TransactionalDdl
        && rendered.Statements.Count > 1 && !rendered.Statements.Any(statement => statement.OutsideTransaction);

    private async Task<int> RunTogetherAsync(
        SchemaOperation operation, RenderedOperation rendered, OperationProgress progress, CancellationToken cancellationToken)
    {
        await BeginOwn!();
        var committed = false;
        try
        {
            var affected = await RunStatementsAsync(operation, rendered, progress, cancellationToken);
            committed = true;
            return affected;
        }
        finally
        {
            await EndOwn!(committed);
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
            StatementRules.CheckTransaction(operation, statement);
        }

        if (statement.FailsWithRows is { } complaint)
        {
            var rows = await direct.QueryAsync(new CommandDefinition(statement.Text, statement.Parameters, cancellationToken: cancellationToken));
            StatementRules.CheckNoRows(complaint, rows);
            return -1;
        }

        return await direct.ExecuteAsync(new CommandDefinition(statement.Text, statement.Parameters, cancellationToken: cancellationToken));
    }

    /// <summary>The statement that an operation is at, for the error.</summary>
    private sealed class OperationProgress
    {
        public string? Current { get; set; }
    }
}
