using Xunit;

namespace Cairn.Tests.Telemetry;

/// <summary>There is one source for all of a process, so nothing else may run while its listeners are looked at.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "telemetry";
}
