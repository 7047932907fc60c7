using Cairn.Benchmarks.Measurements;

namespace Cairn.Benchmarks.Reports;

/// <summary>A line of the table of goals; without figures where a row that it needs was not run.</summary>
internal sealed record Goal(string Name, double Most, double? Wall, double? Processor)
{
    public static Goal Times(string name, double most, Medians? value, Medians? floor) =>
        new(name, most, value?.Wall / floor?.Wall, value?.Processor / floor?.Processor);

    /// <summary>A thousandth of the difference.</summary>
    public static Goal Over(string name, double most, Medians? value, Medians? floor) =>
        new(name, most, (value?.Wall - floor?.Wall) / 1000, (value?.Processor - floor?.Processor) / 1000);
}
