using Cairn.Faults.Trials;

namespace Cairn.Faults.Reports;

/// <summary>The numbers of one engine.</summary>
internal sealed class Tally(string engine)
{
    private const int MostStories = 25;
    private readonly Lock gate = new();
    private readonly List<TrialEnd> ends = [];
    private readonly List<(string History, string Reason)> off = [];

    public string Engine => engine;

    public IReadOnlyList<(string History, string Reason)> Off => off;

    /// <summary>Faults that there are to try.</summary>
    public int Possible { get; set; }

    /// <summary>Faults that happened.</summary>
    public int Tried => Count(null, null) - Count(null, Verdict.Missed);

    /// <summary>The server's own words for its version.</summary>
    public string Version { get; set; } = "";

    /// <summary>Faults of which it is known how they came out.</summary>
    public int Known => Count(null, null);

    /// <summary>Runs that lived through their fault and told something that was not so.</summary>
    public int MisledOf(FaultKind? kind)
    {
        lock (gate)
        {
            return ends.Count(end => end.Misled is not null && (kind is null || end.Fault.Kind == kind));
        }
    }

    /// <summary>Faults that came out wrong, or of which something false was told.</summary>
    public int Bad
    {
        get
        {
            lock (gate)
            {
                return ends.Count(end => end.Verdict == Verdict.Wrong || end.Misled is not null);
            }
        }
    }

    /// <summary>All converged, or asked where that is right, and told nothing false; and not nothing was tried.</summary>
    public bool IsGood => Tried > 0 && Bad == 0 && Count(null, Verdict.Converged) + Count(null, Verdict.Asked) == Tried;

    public void NotTried(string history, string reason) => off.Add((history, reason));

    /// <summary>Counts it; what is to be told of it at once.</summary>
    public string? Add(TrialEnd end)
    {
        lock (gate)
        {
            ends.Add(end);
            return end.Verdict == Verdict.Wrong && ends.Count(other => other.Verdict == Verdict.Wrong) <= MostStories ? $"WRONG {end.Story}"
                : end.Misled is { } misled && ends.Count(other => other.Misled is not null) <= MostStories ? $"MISLEADING {misled}"
                : null;
        }
    }

    public int Count(FaultKind? kind, Verdict? verdict)
    {
        lock (gate)
        {
            return ends.Count(end => (kind is null || end.Fault.Kind == kind) && (verdict is null || end.Verdict == verdict));
        }
    }

    /// <summary>What the runs that lived through their fault told.</summary>
    public IEnumerable<(string Code, int Count)> Told() =>
        ends.Where(end => end.Told is not null).GroupBy(end => end.Told!, StringComparer.Ordinal).Select(group => (group.Key, group.Count())).OrderByDescending(pair => pair.Item2);
}
