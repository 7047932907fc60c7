using System.Data;
using System.Data.Common;
using Cairn.Runtime.Data.Statements;
using Cairn.Runtime.History.Journals;
using Cairn.Schema.Dialects;
using Cairn.Schema.Inspection;
using Cairn.Schema.Operations;

namespace Cairn.Runtime.Data.Connections;

/// <summary>
/// The road of statements that no transaction of the run protects. What can be rolled back commits together with its journal entry; what
/// commits by itself is written down before and after, and after a crash in between the catalogue is asked whether it was done.
/// </summary>
internal sealed partial class MigrationSession
{
    /// <summary>The journal of a migration that runs outside a transaction; null inside one, and in a dry run.</summary>
    public RunJournal? Journal { get; set; }

    /// <summary>Whether units share a transaction, before whose commit their journal entries are written; otherwise each is written in its own.</summary>
    public bool WritesJournalAtCommit { get; set; }

    /// <summary>The operations that an earlier run did, when they are read again to be taken back.</summary>
    public List<(JournalRow Row, SchemaOperation? Operation)> Replayed { get; } = [];

    /// <summary>Whether the next unit of work is one for the journal.</summary>
    private bool IsJournaled => Journal is not null && !InTransaction;

    /// <summary>Runs work that commits together with its journal entry, or passes over it where it was done.</summary>
    public async Task<int> TogetherAsync(JournalKind kind, string description, string content, Func<JournalRow, Task<JournalRow>> work)
    {
        var row = Journal!.Next(kind, description, content);
        if (PassOver(row, null))
        {
            return row.Affected;
        }

        return (await CommitTogetherAsync(row, work)).Affected;
    }

    /// <summary>A nested transaction: a savepoint, or outside the run's transaction one of its own with its journal entry.</summary>
    public async Task RunTransactionAsync(Func<Task> work)
    {
        await FlushAsync(CancellationToken.None);
        if (IsJournaled)
        {
            await TogetherAsync(JournalKind.Transaction, "db.Transaction", "", async row =>
            {
                await work();
                await FlushAsync(CancellationToken.None);
                return row with { State = JournalState.Done };
            });
            return;
        }

        await using var scope = await NestedTransaction.BeginAsync(this);
        await work();
        await FlushAsync(CancellationToken.None);
        await scope.CommitAsync();
    }

    /// <summary>The journal's unit of a walk over a table; null inside a transaction.</summary>
    public JournalRow? BeginWalk(string table)
    {
        if (!IsJournaled)
        {
            return null;
        }

        var row = Journal!.Next(JournalKind.Batch, $"db.Batch over {table}", table);
        PassOver(row, null);
        return row;
    }

    /// <summary>One transaction of work and journal entry.</summary>
    public async Task<JournalRow> CommitTogetherAsync(JournalRow row, Func<JournalRow, Task<JournalRow>> work)
    {
        var known = Journal!.Knows(row);
        var reads = Journal.UnsavedReads;
        await BeginOwn!();
        var committed = false;
        try
        {
            var done = await work(row);
            if (WritesJournalAtCommit)
            {
                Journal.SaveLater(done);
            }
            else
            {
                await Journal.SaveAsync(done, runToken);
            }

            committed = true;
            return done;
        }
        finally
        {
            if (!committed)
            {
                DropQueue();
                Journal.Forget(row, known);
                Journal.KeepAgain(reads);
            }

            await EndOwn!(committed);
        }
    }

    private async Task<int> JournalOperationAsync(SchemaOperation operation, OperationProgress progress, CancellationToken cancellationToken)
    {
        if (operation is RawSql { Sql: var sql })
        {
            progress.Current = sql;
            TransactionGuard.Check(Client, sql);
            if (StatementTraits.Of(Client, sql) == StatementTrait.OfSession)
            {
                await CommitRowsForAsync(sql);
                return await RunStatementsAsync(operation, await RenderAsync(operation, cancellationToken), progress, cancellationToken);
            }
        }

        var kind = operation is RawSql ? JournalKind.Statement : JournalKind.Operation;
        var row = Journal!.Next(kind, operation.Describe(), operation is RawSql raw ? raw.Sql : "");
        row = row.State == JournalState.Undoing ? await ResolveUndoingAsync(row, operation, cancellationToken) : row;
        if (PassOver(row, operation))
        {
            return row.Affected;
        }

        if (row.Statements is not null)
        {
            return await StepByStepAsync(row, operation, JournalStatements.Read(row.Statements, operation), progress, cancellationToken);
        }

        var rendered = await RenderAsync(operation, cancellationToken);
        return CanCommitTogether(operation, rendered)
            ? await RunWithForeignKeysAsync(
                rendered,
                async () => (await CommitTogetherAsync(row, async begun =>
                    begun with { State = JournalState.Done, Affected = await RunStatementsAsync(operation, rendered, progress, cancellationToken) })).Affected)
            : await StepByStepAsync(row, operation, rendered.Statements, progress, cancellationToken);
    }

    private bool CanCommitTogether(SchemaOperation operation, RenderedOperation rendered) => operation is RawSql raw
        ? StatementTraits.Of(Client, raw.Sql) == StatementTrait.Transactional
        : DatabaseClient.Dialect.Capabilities.TransactionalDdl && !rendered.Statements.Any(statement => statement.OutsideTransaction);

    /// <summary>Written down before each statement and after the last: (started) → statement → (done).</summary>
    private async Task<int> StepByStepAsync(
        JournalRow row, SchemaOperation operation, IReadOnlyList<SqlStatement> statements, OperationProgress progress, CancellationToken cancellationToken)
    {
        await CommitRowsAsync(operation);
        var first = row.StatementsDone + (row.State == JournalState.Started && Journal!.Knows(row) && await WasDoneAsync(row, operation, cancellationToken) ? 1 : 0);
        var begun = row with { State = JournalState.Started, Statements = JournalStatements.Write(statements) };
        for (var index = first; index < statements.Count; index++)
        {
            begun = begun with { StatementsDone = index, State = JournalState.Started, BeforeHash = await ProbeAsync(operation, cancellationToken) };
            await (CanTakeAlong(operation, statements[index]) ? Journal!.SaveWithNextAsync(begun, cancellationToken) : Journal!.SaveAsync(begun, cancellationToken));
            progress.Current = statements[index].Text;
            await InvalidIndexes.DropAsync(this, operation, cancellationToken);
            try
            {
                begun = begun with { Affected = await RunStatementAsync(operation, statements[index], cancellationToken) };
                Journal.Confirm();
            }
            catch (Exception exception)
            {
                Journal.Doubt();
                if (IsRefusal(exception, operation))
                {
                    await Journal.SaveAsync(begun with { State = JournalState.Failed }, CancellationToken.None);
                }

                throw;
            }
        }

        var done = begun with { State = JournalState.Done, StatementsDone = statements.Count };
        if (WritesJournalAtCommit && statements.Count == 1 && begun.BeforeHash is not null)
        {
            // The catalogue would say so too. Whatever is written next writes it first; at the end of the migration there is nothing to write.
            Journal!.SaveLater(done);
        }
        else
        {
            await Journal!.SaveAsync(done, cancellationToken);
        }

        return begun.Affected;
    }

    /// <summary>Raw text may hold anything, a parameter of whatever name included; and a query is sent in another way.</summary>
    private static bool CanTakeAlong(SchemaOperation operation, SqlStatement statement) =>
        operation is not RawSql && statement is { FailsWithRows: null, Parameters: null };

    /// <summary>The database answered, and its answer was no: what is all or nothing has done nothing. A raw statement that may have done a part stays begun, and is asked about.</summary>
    private bool IsRefusal(Exception exception, SchemaOperation operation) =>
        exception is DbException or CairnException && Connection.State == ConnectionState.Open && (operation is not RawSql raw || StatementTraits.IsAllOrNothing(Client, raw.Sql))
        && DatabaseClient.Classify(exception) is not (Clients.DatabaseFailure.ConnectionLost or Clients.DatabaseFailure.Unreachable or Clients.DatabaseFailure.Cancelled);

    /// <summary>Whether a unit that was begun was done: by what the catalogue says, else by the user's word.</summary>
    public async Task<bool> WasDoneAsync(JournalRow row, SchemaOperation operation, CancellationToken cancellationToken) =>
        await ProbeAsync(operation, cancellationToken) is { } now && row.BeforeHash is { } then ? now != then : Journal!.AskWhetherDone(row);

    /// <summary>The hash of what the catalogue says of an operation's tables; null where it does not describe them.</summary>
    public async Task<string?> ProbeAsync(SchemaOperation operation, CancellationToken cancellationToken) =>
        OperationSubjects.Of(operation) is { } subjects
            ? RunJournal.Hash(await OperationSubjects.DescribeAsync(subjects, new SchemaInspector(DatabaseClient.Dialect, sink.Catalogue), cancellationToken))
            : null;

    /// <summary>Taking it back was interrupted: either it is back, and so was never done, or it still is done.</summary>
    private async Task<JournalRow> ResolveUndoingAsync(JournalRow row, SchemaOperation operation, CancellationToken cancellationToken)
    {
        if (!await WasDoneAsync(row, operation, cancellationToken))
        {
            return row with { State = JournalState.Done };
        }

        await Journal!.RemoveAsync(row, cancellationToken);
        return new JournalRow(row.Position, row.Kind, row.Description, row.Hash) { Checksum = row.Checksum };
    }

    private bool PassOver(JournalRow row, SchemaOperation? operation)
    {
        if (Journal!.Replays)
        {
            Replayed.Add((row, operation));
            return row.State == JournalState.Done ? true : throw new ReplayEndedException();
        }

        return row.State == JournalState.Done;
    }

    private ValueTask<RenderedOperation> RenderAsync(SchemaOperation operation, CancellationToken cancellationToken) =>
        DatabaseClient.Dialect.RenderAsync(operation, new SchemaInspector(DatabaseClient.Dialect, sink.Catalogue), cancellationToken);
}
