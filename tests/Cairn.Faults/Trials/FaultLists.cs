namespace Cairn.Faults.Trials;

/// <summary>Which faults are tried.</summary>
internal static class FaultLists
{
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

    // Not HashCode, which gives other numbers in every process.
    private static int Chance(int seed, int phase, int point, FaultKind kind) =>
        (int)((((seed * 31L) + phase) * 100_003 + point) * 7 + (int)kind) & int.MaxValue;
}
