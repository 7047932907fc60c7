using Cairn.Runtime.Data.Connections;

namespace Cairn;

public sealed partial class Db
{
    /// <summary>A nested transaction: all of it, or nothing and the exception. In a [NoTransaction] migration a transaction of its own.</summary>
    /// <param name="work">What to do.</param>
    public async Task Transaction(Func<Task> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        await using var scope = await NestedTransaction.BeginAsync(session);
        await work();
        await session.FlushAsync(CancellationToken.None);
        await scope.CommitAsync();
    }

    /// <summary>Tries something that may fail and goes on: what it did is undone, and the rest of the transaction still works.</summary>
    /// <param name="work">What to try.</param>
    /// <returns>The error, or null where it went well.</returns>
    /// <example><code>var error = await db.Try(async () => await db.Sql("create extension pg_trgm"));</code></example>
    public async Task<Exception?> Try(Func<Task> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        await session.FlushAsync(CancellationToken.None);
        var before = session.Failure;
        try
        {
            await Transaction(work);
            return null;
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or RestartWithoutForeignKeysException))
        {
            session.Forgive(before);
            return exception;
        }
    }
}
