using System.Globalization;
using Cairn.Runtime.History.Locks;

namespace Cairn.Runtime.Drills.Scratch;

/// <summary>What stands on or in a scratch copy and nowhere else: that a drill made it, and which.</summary>
/// <param name="Token">Known to the drill that made it only.</param>
/// <param name="Host">The drill's machine.</param>
/// <param name="Process">The drill's process, so that its end can be known; empty where the operating system does not tell.</param>
/// <param name="At">When (UTC).</param>
internal sealed record ScratchMark(string Token, string Host, string Process, DateTimeOffset At)
{
    /// <summary>The table that has it, where a database cannot be marked itself.</summary>
    public const string Table = "cairn_drill_scratch";

    /// <summary>How long a copy whose maker cannot be seen from here is left alone.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    private const string Head = "cairn drill scratch copy; ";

    /// <summary>A new one, of this process.</summary>
    public static ScratchMark New() => new(Guid.NewGuid().ToString("N"), Environment.MachineName, ProcessMark.Here, DateTimeOffset.UtcNow);

    /// <summary>Reads what <see cref="ToString"/> wrote; null for any other text.</summary>
    public static ScratchMark? Read(string? text)
    {
        if (text is null || !text.StartsWith(Head, StringComparison.Ordinal))
        {
            return null;
        }

        var parts = text[Head.Length..].Split("; ").Select(part => part.Split('=', 2)).Where(part => part.Length == 2).ToDictionary(part => part[0], part => part[1], StringComparer.Ordinal);
        return parts.TryGetValue("token", out var token) && parts.TryGetValue("at", out var at)
            && DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)
            ? new ScratchMark(token, parts.GetValueOrDefault("host", ""), parts.GetValueOrDefault("process", ""), moment)
            : null;
    }

    /// <summary>Whether its drill is over: its process is certainly gone, or nobody uses the copy and it is old.</summary>
    /// <param name="used">Whether a session uses the copy, or holds its lock.</param>
    /// <param name="now">Now.</param>
    public bool IsLeftBehind(bool used, DateTimeOffset now) =>
        !used && (ProcessMark.IsGone(Process) || (Process != ProcessMark.Here && now - At > Patience));

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Head}token={Token}; at={At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)}; host={Host}; process={Process}";
}
