using System.Globalization;

namespace Cairn.Runtime;

/// <summary>Durations as users write them: <c>500ms</c>, <c>30s</c>, <c>5m</c>, <c>1h</c>.</summary>
public static class Duration
{
    /// <summary>Reads a duration; false where the text is none.</summary>
    public static bool TryParse(string? text, out TimeSpan duration)
    {
        duration = default;
        var trimmed = text?.Trim().ToLowerInvariant() ?? "";
        var unit = trimmed.TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.');
        double? milliseconds = unit switch { "ms" => 1, "s" => 1_000, "m" => 60_000, "h" => 3_600_000, _ => null };
        if (milliseconds is null
            || !double.TryParse(trimmed[..^unit.Length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            || number * milliseconds.Value > TimeSpan.FromDays(20).TotalMilliseconds)
        {
            return false;
        }

        duration = TimeSpan.FromMilliseconds(number * milliseconds.Value);
        return true;
    }

    /// <summary>Writes a duration the way it is read.</summary>
    public static string Format(TimeSpan duration) => duration switch
    {
        { TotalSeconds: < 1 } => $"{duration.TotalMilliseconds:0.#}ms",
        { TotalMinutes: < 1 } => $"{duration.TotalSeconds:0.##}s",
        { TotalHours: < 1 } => $"{duration.TotalMinutes:0.##}m",
        _ => $"{duration.TotalHours:0.##}h",
    };
}
