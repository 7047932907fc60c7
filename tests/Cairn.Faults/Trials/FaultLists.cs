namespace Cairn.Faults.Trials;

/// <summary>Which faults are tried, and which together.</summary>
internal static class FaultLists
{
    /// <summary>How many runs die with one process.</summary>
    public const int MostTogether = 6;

    /// <summary>Every kind at every point of every command.</summary>
    public static IReadOnlyList<Fault> Whole(string engine, Baseline baseline, int seed) =>
    [
        .. from phase in Enumerable.Range(0, baseline.History.Phases.Count)
           from point in Enumerable.Range(1, baseline.Points[phase])
           from kind in Fault.KindsOf(engine)
           select new Fault(baseline.History, phase, kind, point, Chance(seed, phase, point, kind)),
    ];

    /// <summary>In an order of chance, so that any first part of the list is a sample.</summary>
    public static IReadOnlyList<Fault> Shuffled(IEnumerable<Fault> faults, int seed)
    {
        var list = faults.ToArray();
        new Random(seed).Shuffle(list);
        return list;
    }

    /// <summary>Those that end a process in groups of their kind, which share one; the others each alone. The order stays one of chance.</summary>
    public static IEnumerable<IReadOnlyList<Fault>> Grouped(IEnumerable<Fault> faults)
    {
        var waiting = new Dictionary<FaultKind, List<Fault>>();
        foreach (var fault in faults)
        {
            if (!fault.EndsProcess)
            {
                yield return [fault];
                continue;
            }

            if (!waiting.TryGetValue(fault.Kind, out var group))
            {
                waiting[fault.Kind] = group = [];
            }

            group.Add(fault);
            if (group.Count == MostTogether)
            {
                waiting.Remove(fault.Kind);
                yield return group;
            }
        }

        foreach (var group in waiting.Values)
        {
            yield return group;
        }
    }

    // Not HashCode, which gives other numbers in every process.
    private static int Chance(int seed, int phase, int point, FaultKind kind) =>
        (int)((((seed * 31L) + phase) * 100_003 + point) * 7 + (int)kind) & int.MaxValue;
}
