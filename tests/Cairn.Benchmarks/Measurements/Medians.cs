namespace Cairn.Benchmarks.Measurements;

/// <summary>The middle of several runs.</summary>
internal sealed record Medians(double Wall, double Processor, double Memory, int Runs)
{
    public static Medians Of(IReadOnlyCollection<Sample> samples) =>
        new(Median(samples.Select(s => s.Wall)), Median(samples.Select(s => s.Processor)), Median(samples.Select(s => s.Memory)), samples.Count);

    /// <summary>The middle value, or the mean of the two in the middle.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        if (sorted.Length == 0)
        {
            throw new ArgumentException("The median of nothing.", nameof(values));
        }

        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
