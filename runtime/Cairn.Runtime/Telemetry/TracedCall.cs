namespace Cairn.Runtime.Telemetry;

/// <summary>A call of the migrator, as its span shows it.</summary>
/// <param name="SpanName">One of <see cref="SpanNames"/>.</param>
internal sealed record TracedCall(string SpanName)
{
    /// <summary>Which way it goes; null for one that runs nothing.</summary>
    public Direction? Direction { get; init; }

    /// <summary>The phase that was asked for; null for all.</summary>
    public Phase? Phase { get; init; }

    /// <summary>Whether what becomes of each migration is known only at the end.</summary>
    public bool SingleTransaction { get; init; }

    /// <summary>Whether nothing is pending where it goes well.</summary>
    public bool LeavesNothingPending { get; init; }

    /// <summary>The word for it in attributes: <c>latest</c>.</summary>
    public string Operation => SpanName[(SpanName.IndexOf(':', StringComparison.Ordinal) + 1)..];
}
