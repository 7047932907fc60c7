using Cairn.Engines.Tests.Servers;
using Cairn.Faults.Databases;
using Cairn.Faults.Workers;

namespace Cairn.Faults.Trials;

/// <summary>A database in which all commands before the faulted one have run, and the way to it.</summary>
internal sealed record Place(Fault Fault, TestDatabase Database, CuttingProxy? Proxy, Job Job) : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        Proxy?.Dispose();
        await Database.DisposeAsync();
    }
}
