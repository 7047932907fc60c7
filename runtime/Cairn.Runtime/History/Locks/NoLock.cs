namespace Cairn.Runtime.History.Locks;

/// <summary>For a database in memory, which only its own connection can see.</summary>
internal sealed class NoLock : IRunLock
{
    public Task<bool> TryAcquireAsync(CancellationToken cancellationToken) => Task.FromResult(true);

    public Task<string?> HolderAsync(CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    public Task ReleaseAsync() => Task.CompletedTask;
}
