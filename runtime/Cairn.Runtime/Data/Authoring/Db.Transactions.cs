using Cairn.Runtime.Data.Connections;

namespace Cairn;

public sealed partial class Db
{
    /// <summary>A nested transaction: all of it, or nothing and the exception. In a [NoTransaction] migration a transaction of its own.</summary>
    /// <param name="work">What to do.</param>
    public async Task Transaction(Func<Task> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        await session.RunTransactionAsync(work);
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
        catch (Exception exception) when (MayGoOn(exception))
        {
            session.Forgive(before);
            return exception;
        }
    }

    /// <summary>What the run itself throws is not the script's to forgive, nor is what the database cannot do here at all: it would be lost in silence.</summary>
    private static bool MayGoOn(Exception exception) => exception is not (
        OperationCanceledException or RestartWithoutForeignKeysException or Runtime.History.Journals.ReplayEndedException
        or CairnException { Code: ErrorCodes.OperationUnsupported or ErrorCodes.HalfRunQuestion or ErrorCodes.HalfRunDiverged });
}
