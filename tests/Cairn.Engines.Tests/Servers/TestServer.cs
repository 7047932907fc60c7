namespace Cairn.Engines.Tests.Servers;

/// <summary>A database server that tests may use; it lives as long as the test assembly.</summary>
public abstract class TestServer : IAsyncDisposable
{
    /// <summary>One of <see cref="EngineNames"/>.</summary>
    public abstract string Engine { get; }

    /// <summary>A database that nobody else uses; empty; dropped when it is disposed of.</summary>
    public abstract Task<TestDatabase> CreateDatabaseAsync();

    /// <summary>Ends the server if this run started it.</summary>
    public abstract ValueTask DisposeAsync();

    /// <summary>A name that is free on any server, also on one that other runs use at the same time.</summary>
    protected static string NewDatabaseName() => $"cairn_test_{Guid.NewGuid():N}"[..32];
}
