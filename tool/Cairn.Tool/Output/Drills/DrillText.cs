using System.Globalization;
using Cairn.Runtime.Drills.Reports;

namespace Cairn.Tool.Output.Drills;

/// <summary>A drill on the terminal: a line for each migration as it goes, what failed below it, and a table at the end.</summary>
internal static class DrillText
{
    /// <summary><c>failed 20260301A Add Tenant (up 12 ms, down 8 ms)</c>, then a line for each thing that is wrong or should be known.</summary>
    public static IEnumerable<string> Lines(MigrationDrill drill)
    {
        var steps = string.Join(", ", drill.Steps.Select(step => $"{Word(step.Direction)} {DrillWords.Time(step.Duration)}"));
        yield return $"{DrillWords.Of(drill.Outcome)} {drill.Version} {drill.Name}{(steps.Length == 0 ? "" : $" ({steps})")}";
        foreach (var line in DrillWords.Failures(drill).Concat(drill.Lossy.Select(loss => $"{loss.Key} may be lost: {loss.Value}")).Concat(drill.Notes))
        {
            yield return $"  {line.Replace("\n", "\n  ", StringComparison.Ordinal)}";
        }
    }

    /// <summary><c>passed drills/checkout.csx (1.2 s)</c>, with its events where it failed.</summary>
    public static IEnumerable<string> Lines(ScriptDrill drill)
    {
        yield return $"{DrillWords.Of(drill.Outcome)} {drill.Path} ({DrillWords.Time(drill.Duration)})";
        if (drill.Error is { } error)
        {
            foreach (var step in drill.Events)
            {
                yield return $"  {(step.Line is { } line ? $"line {line}: " : "")}{step.What}";
            }

            var place = error.File is null ? "" : error.Line is { } number ? $"{error.File}({number}): " : $"{error.File}: ";
            yield return $"  {place}{error.Code}: {error.Message.Replace("\n", "\n  ", StringComparison.Ordinal)}";
        }
    }

    /// <summary>The table at the end; null where no migration was drilled.</summary>
    public static TextTable? Table(DrillReport report) => report.Migrations.Count == 0 ? null : new TextTable(
        ["Version", "Name", "Outcome", "Up", "Down", "Up again", "Rows changed", "Strongest lock"],
        [.. report.Migrations.Select(drill => (IReadOnlyList<string>)
        [
            drill.Version,
            drill.Name,
            DrillWords.Of(drill.Outcome),
            .. Enumerable.Range(0, 3).Select(number => drill.Steps.Count > number ? DrillWords.Time(drill.Steps[number].Duration) : ""),
            drill.Steps.Count == 0 ? "" : drill.Steps.Max(step => step.RowsChanged).ToString(CultureInfo.InvariantCulture),
            DrillWords.StrongestLock(drill) ?? "",
        ])]);

    private static string Word(Cairn.Direction direction) => direction == Cairn.Direction.Up ? "up" : "down";
}
