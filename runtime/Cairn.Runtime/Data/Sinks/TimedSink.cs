using System.Data;
using System.Data.Common;
using System.Diagnostics;
using Cairn.Runtime.Data.Clients;
using Cairn.Schema.Inspection;

namespace Cairn.Runtime.Data.Sinks;

/// <summary>Tells a timekeeper of the statements of migrations, each once, and hands them on. Cairn's own statements do not come through here.</summary>
internal sealed class TimedSink(ExecutingSink inner, DatabaseClient client, ITimekeeper keeper) : IStatementSink
{
    public ICatalogueConnection Catalogue => inner.Catalogue;

    public bool SendsTogether => inner.SendsTogether;

    public bool FirstBatchIsEnough() => inner.FirstBatchIsEnough();

    public Task<int> ExecuteAsync(DbCommand command, CancellationToken cancellationToken) =>
        TimeAsync(command.CommandText, () => inner.ExecuteAsync(command, cancellationToken), rows => rows);

    public Task<DbDataReader> ReadAsync(DbCommand command, CommandBehavior behavior, CancellationToken cancellationToken) =>
        TimeAsync(command.CommandText, () => inner.ReadAsync(command, behavior, cancellationToken), _ => -1);

    public Task<long> BulkLoadAsync(BulkLoad load, CancellationToken cancellationToken)
    {
        var subject = $"{client.Dialect.Quote(load.Table)} ({string.Join(", ", load.Columns.Select(client.Dialect.Quote))})";
        return TimeAsync(client.HasBulkLoad ? $"COPY {subject} FROM STDIN" : $"INSERT INTO {subject}", () => inner.BulkLoadAsync(load, cancellationToken), rows => rows);
    }

    public async Task<IReadOnlyList<int>> ExecuteTogetherAsync(IReadOnlyList<OwnStatement> statements, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            var rows = await inner.ExecuteTogetherAsync(statements, cancellationToken);
            Tell(statements, statements.Count, rows, started, error: null);
            return rows;
        }
        catch (StatementOfBatchException exception)
        {
            // Those after it were not run; those before it were, and say nothing of their rows.
            Tell(statements, exception.Index + 1, [], started, exception.Cause);
            throw;
        }
        catch (Exception exception)
        {
            // At which of them nobody can say.
            Tell(statements, 1, [], started, exception);
            throw;
        }
    }

    private void Tell(IReadOnlyList<OwnStatement> statements, int ran, IReadOnlyList<int> rows, long started, Exception? error)
    {
        var duration = Stopwatch.GetElapsedTime(started);
        for (var index = 0; index < ran; index++)
        {
            keeper.Sent(new StatementTime(statements[index].Sql, started)
            {
                Duration = duration,
                Rows = index < rows.Count ? rows[index] : -1,
                Together = statements.Count,
                Error = index == ran - 1 ? error : null,
            });
        }
    }

    private async Task<T> TimeAsync<T>(string sql, Func<Task<T>> send, Func<T, long> rows)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            var result = await send();
            keeper.Sent(new StatementTime(sql, started) { Duration = Stopwatch.GetElapsedTime(started), Rows = rows(result) });
            return result;
        }
        catch (Exception exception)
        {
            keeper.Sent(new StatementTime(sql, started) { Duration = Stopwatch.GetElapsedTime(started), Error = exception });
            throw;
        }
    }
}
