using System.Data.Common;
using Cairn.Runtime.History;
using Cairn.Runtime.History.Locks;

namespace Cairn.Runtime.Execution;

/// <summary>Looks who holds the migration lock, and frees one that is left behind.</summary>
internal sealed class Unlocking(MigrationRun run, MigratorOptions options)
{
    public Task<LockOwner?> FindOwnerAsync(CancellationToken cancellationToken) =>
        WithLockAsync(mechanism => mechanism.FindOwnerAsync(cancellationToken), cancellationToken);

    public Task<bool> FreeAsync(LockOwner owner, bool force, CancellationToken cancellationToken) => WithLockAsync(
        async mechanism =>
        {
            if (!owner.IsDead && !force)
            {
                throw LockErrors.Alive(owner);
            }

            return owner.Kind != LockKind.File
                ? await mechanism.TakeAwayAsync(owner, cancellationToken)
                : throw LockErrors.NotTakenAway(owner);
        },
        cancellationToken);

    private async Task<T> WithLockAsync<T>(Func<IRunLock, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var connection = await run.OpenAsync(readOnly: true, cancellationToken);
        try
        {
            var table = TrackingTables.From(options.Table).Tracking.ToString();
            return await work(connection.Client.CreateLock(connection.Inner, options.Target, table));
        }
        catch (DbException exception)
        {
            throw LockErrors.Refused(connection, "does not let the lock be looked at or freed", exception, "Nothing was changed.");
        }
    }
}
