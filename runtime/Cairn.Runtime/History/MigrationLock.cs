using System.Diagnostics;
using Cairn.Runtime.Execution;

namespace Cairn.Runtime.History;

/// <summary>One run at a time per tracking table: takes the lock by trying again and again, and says who holds it meanwhile.</summary>
internal sealed class MigrationLock : IAsyncDisposable
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(500);
    private readonly IRunLock mechanism;

    private MigrationLock(IRunLock mechanism) => this.mechanism = mechanism;

    /// <exception cref="CairnException">It was not had in time (CAIRN4003).</exception>
    public static async Task<MigrationLock> AcquireAsync(
        IRunLock mechanism, TimeSpan timeout, IRunObserver observer, CancellationToken cancellationToken)
    {
        var waited = Stopwatch.StartNew();
        var pause = TimeSpan.FromMilliseconds(20);
        string? told = null;
        while (!await mechanism.TryAcquireAsync(cancellationToken))
        {
            var holder = await mechanism.HolderAsync(cancellationToken) ?? "another run";
            if (waited.Elapsed >= timeout)
            {
                throw new CairnException(
                    ErrorCodes.LockTimeout, $"The migration lock was not had within {Duration.Format(timeout)}: it is held by {holder}.")
                {
                    Fix = "Wait for that run to end and try again, or raise --lock-timeout.",
                    DatabaseState = "Nothing was run.",
                };
            }

            if (holder != told)
            {
                observer.WaitingForLock(holder);
                told = holder;
            }

            await Task.Delay(pause, cancellationToken);
            pause = pause * 1.5 < LongestPause ? pause * 1.5 : LongestPause;
        }

        return new MigrationLock(mechanism);
    }

    public async ValueTask DisposeAsync() => await mechanism.ReleaseAsync();
}
