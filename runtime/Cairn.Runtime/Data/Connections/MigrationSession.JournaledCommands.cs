using System.Data;
using System.Data.Common;
using Cairn.Runtime.Data.Clients;
using Cairn.Runtime.Data.Statements;
using Cairn.Runtime.History.Journals;
using Cairn.Schema.Dialects;
using Cairn.Schema.Operations;

namespace Cairn.Runtime.Data.Connections;

internal sealed partial class MigrationSession
{
    /// <summary>A query's statement: mostly a change of rows, which commits together with its journal entry.</summary>
    private Task<int> JournalCommandAsync(MigrationCommand command, CancellationToken cancellationToken) => GuardedAsync(flush: true, token =>
    {
        var sql = command.CommandText;
        TransactionGuard.Check(Client, sql);
        return StatementTraits.Of(Client, sql) == StatementTrait.Transactional
            ? TogetherAsync(JournalKind.Statement, new RawSql(sql).Describe(), sql, async row =>
                row with { State = JournalState.Done, Affected = await CountedAsync(() => sink.ExecuteAsync(command.Inner, token)) })
            : JournalBareAsync(command, sql, token);
    }, command.CommandText, cancellationToken);

    /// <summary>A statement of a query that commits by itself: begun, sent, done, and a question where that is cut in between.</summary>
    private async Task<int> JournalBareAsync(MigrationCommand command, string sql, CancellationToken cancellationToken)
    {
        var row = Journal!.Next(JournalKind.Statement, new RawSql(sql).Describe(), sql);
        if (PassOver(row, null) || (row.State == JournalState.Started && Journal.Knows(row) && Journal.AskWhetherDone(row)))
        {
            return row.Affected;
        }

        await CommitRowsAsync();
        await Journal.SaveAsync(row with { State = JournalState.Started }, cancellationToken);
        var affected = await CountedAsync(() => sink.ExecuteAsync(command.Inner, cancellationToken));
        await Journal.SaveAsync(row with { State = JournalState.Done, Affected = affected }, cancellationToken);
        return affected;
    }

    /// <summary>A statement that changes something and gives rows: the rows are kept, so that a run that goes on gets the same ones.</summary>
    private Task<DbDataReader> JournalReadAsync(MigrationCommand command, CommandBehavior behavior, CancellationToken cancellationToken) => GuardedAsync<DbDataReader>(
        flush: true,
        async token =>
        {
            var sql = command.CommandText;
            TransactionGuard.Check(Client, sql);
            var row = Journal!.Next(JournalKind.Statement, new RawSql(sql).Describe(), sql);
            if (PassOver(row, null))
            {
                return KeptRows.Read(row.Content);
            }

            async Task<JournalRow> KeepAsync(JournalRow begun)
            {
                await using var reader = await CountedAsync(() => sink.ReadAsync(command.Inner, behavior, token));
                return begun with { State = JournalState.Done, Content = await KeptRows.WriteAsync(reader, token) };
            }

            return KeptRows.Read((StatementTraits.Of(Client, sql) == StatementTrait.CommitsByItself ? await KeepBareAsync(row, KeepAsync, token) : await CommitTogetherAsync(row, KeepAsync)).Content);
        },
        command.CommandText,
        cancellationToken);

    /// <summary>A statement that gives rows and commits by itself, such as CALL: begun, sent, done. Its rows are lost where that is cut in between, and it is asked about.</summary>
    private async Task<JournalRow> KeepBareAsync(JournalRow row, Func<JournalRow, Task<JournalRow>> work, CancellationToken cancellationToken)
    {
        if (row.State == JournalState.Started && Journal!.Knows(row) && Journal.AskWhetherDone(row))
        {
            return row;
        }

        await CommitRowsAsync();
        await Journal!.SaveAsync(row with { State = JournalState.Started }, cancellationToken);
        var done = await work(row);
        await Journal.SaveAsync(done, cancellationToken);
        return done;
    }

    /// <summary>Before a statement of the session: most do not touch the transaction.</summary>
    private Task CommitRowsForAsync(string sql)
    {
        if (StatementTraits.Of(Client, sql) == StatementTrait.OfSession)
        {
            SessionChanges?.Invoke();
        }

        return StatementTraits.MayEndTransaction(Client, sql) ? CommitRowsAsync() : Task.CompletedTask;
    }

    private Task CommitRowsAsync(SchemaOperation? operation = null) => CommitRows is { } commit ? commit(operation) : Task.CompletedTask;

    private async Task<long> JournalBulkLoadAsync(BulkLoad load, CancellationToken cancellationToken) => await TogetherAsync(
        JournalKind.BulkLoad,
        $"load rows into {load.Table}",
        string.Join(", ", load.Columns),
        async row => row with { State = JournalState.Done, Affected = (int)await CountedAsync(() => sink.BulkLoadAsync(load, cancellationToken)) });

    /// <summary>Inside db.Transaction, db.Try or a batch a statement that commits by itself would end it without a word.</summary>
    private void CheckMayCommit(string sql)
    {
        if (Journal is not null && InTransaction && StatementTraits.Of(Client, sql) == StatementTrait.CommitsByItself)
        {
            throw new CairnException(ErrorCodes.OperationUnsupported, $"{Refusal.DisplayName(Client)} commits at this statement, so it cannot be inside db.Transaction, db.Try or a batch.")
            {
                Fix = "Put it outside of them.",
            };
        }
    }
}
