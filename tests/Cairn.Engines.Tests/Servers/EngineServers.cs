using System.Collections.Concurrent;
using Cairn.Engines.Tests.Servers;

[assembly: AssemblyFixture(typeof(EngineServers))]

namespace Cairn.Engines.Tests.Servers;

/// <summary>All servers of this test run: each started when a test first asks for it, all ended with the assembly.</summary>
public sealed class EngineServers : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Task<Found>>> _servers = new(StringComparer.Ordinal);

    public EngineServers() => LeftoverServers.End();

    /// <summary>An own database on the engine; where the engine is missing the test is skipped with the reason, or fails when it is required.</summary>
    public async Task<TestDatabase> CreateDatabaseAsync(string engine)
    {
        var server = await RequireAsync(engine);
        return await server.CreateDatabaseAsync();
    }

    /// <inheritdoc cref="CreateDatabaseAsync"/>
    public async Task<TestServer> RequireAsync(string engine)
    {
        var found = await _servers.GetOrAdd(engine, name => new Lazy<Task<Found>>(() => Found.OfAsync(name))).Value;
        if (found.Server is not null)
        {
            return found.Server;
        }

        var message = $"The {engine} engine is missing: {found.Reason}";
        if (EngineNames.IsRequired(engine))
        {
            Assert.Fail(message + " CAIRN_REQUIRE_ENGINES asks for it.");
        }

        Assert.Skip(message);
        throw new InvalidOperationException(message);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers.Values.Where(lazy => lazy.IsValueCreated))
        {
            if ((await server.Value).Server is { } started)
            {
                await started.DisposeAsync();
            }
        }
    }
}
