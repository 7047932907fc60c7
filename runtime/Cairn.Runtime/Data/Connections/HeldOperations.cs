using Cairn.Runtime.Data.Sinks;

namespace Cairn.Runtime.Data.Connections;

/// <summary>
/// Statements of operations that follow each other and whose results nobody waits for yet: they go in one round trip, where the driver can and says which one failed.
/// </summary>
internal sealed class HeldOperations(IStatementSink sink)
{
    private readonly List<(QueuedOperation Operation, string Sql)> held = [];

    public void Clear() => held.Clear();

    public void Add(QueuedOperation operation, string sql) => held.Add((operation, sql));

    /// <summary>Sends them. What fails is told with its statement and its operation.</summary>
    /// <exception cref="HeldOperationFailedException">One failed, and those after it were not run.</exception>
    public async Task SendAsync(CancellationToken cancellationToken)
    {
        if (held.Count == 0)
        {
            return;
        }

        var sending = held.ToList();
        held.Clear();
        try
        {
            var affected = await sink.ExecuteTogetherAsync([.. sending.Select(one => new OwnStatement(one.Sql, []))], cancellationToken);
            for (var index = 0; index < sending.Count; index++)
            {
                sending[index].Operation.Recorded.Affected = affected[index];
            }
        }
        catch (StatementOfBatchException exception)
        {
            var (operation, sql) = sending[exception.Index];
            throw new HeldOperationFailedException(operation, sql, exception.Cause);
        }
        catch (Exception exception) when (exception is not CairnException and not OperationCanceledException)
        {
            // The connection is gone: at which of them nobody can say.
            throw new HeldOperationFailedException(sending[0].Operation, sending[0].Sql, exception);
        }
    }
}
