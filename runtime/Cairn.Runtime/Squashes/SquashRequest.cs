using Cairn.Runtime.Data;

namespace Cairn.Runtime.Squashes;

/// <summary>Make one migration of all up to a version.</summary>
/// <param name="To">The last one, whose version the new one gets.</param>
public sealed record SquashRequest(string To)
{
    /// <summary>A database to use as scratch, empty or marked by Cairn as scratch; null to make them.</summary>
    public DatabaseTarget? Scratch { get; init; }

    /// <summary>The most rows that are carried over into the new migration.</summary>
    public int MostRows { get; init; } = 1000;
}
