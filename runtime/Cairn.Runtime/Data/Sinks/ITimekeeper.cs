namespace Cairn.Runtime.Data.Sinks;

/// <summary>
/// Is told what the statements of migrations and the wait for the lock took. Unlike a probe it changes nothing about how statements are sent. Must not throw.
/// </summary>
internal interface ITimekeeper
{
    /// <summary>A statement of a migration was sent, and ended well or not.</summary>
    void Sent(in StatementTime statement);

    /// <summary>The lock was asked for.</summary>
    /// <param name="time">How long that took.</param>
    void Waited(TimeSpan time);
}

/// <summary>What a statement took.</summary>
/// <param name="Sql">Its text.</param>
/// <param name="Started">When it was sent, on the clock of <see cref="System.Diagnostics.Stopwatch.GetTimestamp"/>.</param>
internal readonly record struct StatementTime(string Sql, long Started)
{
    /// <summary>How long it took; where it was sent with others, how long all of them took.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>How many rows it changed; negative where that is not known.</summary>
    public long Rows { get; init; } = -1;

    /// <summary>How many statements were sent in the same round trip.</summary>
    public int Together { get; init; } = 1;

    /// <summary>What it failed with, or null.</summary>
    public Exception? Error { get; init; }
}
