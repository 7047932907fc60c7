using System.Data.Common;
using Cairn.Runtime.History.Locks;

namespace Cairn.Runtime.History;

/// <summary>A lock that dies with the process that holds it, at once or after a while.</summary>
internal interface IRunLock
{
    /// <summary>Takes the lock if it is free; never waits.</summary>
    Task<bool> TryAcquireAsync(CancellationToken cancellationToken);

    /// <summary>Who holds it, for people; null where that cannot be known.</summary>
    Task<string?> HolderAsync(CancellationToken cancellationToken);

    /// <summary>Gives it back. Does nothing where it is not held.</summary>
    Task ReleaseAsync();

    /// <summary>Fails, without asking anybody, where this run knows that it has lost the lock. Only a lease can be lost.</summary>
    /// <exception cref="CairnException">It is lost (CAIRN4010).</exception>
    void ThrowIfLost()
    {
    }

    /// <summary>Cancelled when the run finds out that it has lost the lock, so that the statement under way is stopped. Only a lease can be lost.</summary>
    CancellationToken Lost => CancellationToken.None;

    /// <summary>Whether <see cref="ConfirmAsync"/> has anything to do.</summary>
    bool MustConfirm => false;

    /// <summary>
    /// Makes sure, inside the transaction that is about to be committed, that the lock is still this run's, and that nobody can take it
    /// before the commit. What ends with the run's own session needs no such check.
    /// </summary>
    /// <exception cref="CairnException">It is lost (CAIRN4010).</exception>
    Task ConfirmAsync(DbTransaction? transaction, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Who holds it, in parts; null where nobody does.</summary>
    Task<LockOwner?> FindOwnerAsync(CancellationToken cancellationToken) => Task.FromResult<LockOwner?>(null);

    /// <summary>Takes the lock away from its owner; false where that cannot be done.</summary>
    Task<bool> TakeAwayAsync(LockOwner owner, CancellationToken cancellationToken) => Task.FromResult(false);
}
