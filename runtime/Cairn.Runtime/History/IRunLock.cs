namespace Cairn.Runtime.History;

/// <summary>A lock that dies with the process that holds it.</summary>
internal interface IRunLock
{
    /// <summary>Takes the lock if it is free; never waits.</summary>
    Task<bool> TryAcquireAsync(CancellationToken cancellationToken);

    /// <summary>Who holds it, for people; null where that cannot be known.</summary>
    Task<string?> HolderAsync(CancellationToken cancellationToken);

    /// <summary>Gives it back. Does nothing where it is not held.</summary>
    Task ReleaseAsync();
}
