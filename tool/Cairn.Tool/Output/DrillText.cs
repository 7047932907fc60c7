using Cairn.Runtime.Drills.Reports;

namespace Cairn.Tool.Output;

/// <summary>A drill in the user's words.</summary>
internal static class DrillText
{
    private static readonly string[] Headers = ["version", "name", "drill", "up", "down", "up again", "rows changed", "strongest lock", "rewritten"];

    /// <summary><c>not deterministic</c>.</summary>
    public static string Word(DrillOutcome outcome) => outcome switch
    {
        DrillOutcome.NotDeterministic => "not deterministic",
        DrillOutcome.NotRun => "not run",
        _ => outcome.ToString().ToLowerInvariant(),
    };

    /// <summary>One line for the migration, and one for each thing to know about it.</summary>
    public static IEnumerable<string> Lines(MigrationDrill drill)
    {
        yield return $"{Word(drill.Outcome)} {drill.Version} {drill.Name}{Took(drill)}";
        foreach (var difference in drill.Differences)
        {
            yield return $"  {difference}";
        }

        if (drill.Error is { } error)
        {
            yield return $"  error {error.Code}: {error.Message.ReplaceLineEndings("\n").Split('\n')[0]}";
        }

        foreach (var (column, why) in drill.Lossy)
        {
            yield return $"  lossy {column}: {why}";
        }

        foreach (var note in drill.Notes)
        {
            yield return $"  note: {note}";
        }
    }

    public static TextTable Table(DrillReport report) => new(Headers, [.. report.Migrations.Select(Row)]);

    public static string Summary(DrillReport report) => report.Migrations.Count == 0
        ? "Nothing to rehearse: no migration is pending or was chosen. --last 1 rehearses the last applied one."
        : $"{RunText.Count(report.Migrations.Count)} rehearsed on a copy ({report.Copy.Way}, {report.Copy.Data.ToString().ToLowerInvariant()} rows): "
            + string.Join(", ", report.Migrations.GroupBy(drill => drill.Outcome).Select(group => $"{group.Count()} {Word(group.Key)}")) + ".";

    /// <summary>The migration in the JSON document of every command.</summary>
    public static MigrationLine Line(MigrationDrill drill) => new(
        drill.Version, drill.Name, MigrationLine.SourceName(drill.Source), drill.Path, Word(drill.Outcome), null,
        drill.Steps.Count == 0 ? null : Math.Round(drill.Steps.Sum(step => step.Duration.TotalMilliseconds), 1), null)
    {
        Notes = drill.Notes.Count > 0 || drill.Differences.Count > 0 ? [.. drill.Differences.Select(difference => difference.ToString()), .. drill.Notes] : null,
    };

    private static string Took(MigrationDrill drill) =>
        drill.Steps.Count == 0 ? "" : RunText.Took(TimeSpan.FromTicks(drill.Steps.Sum(step => step.Duration.Ticks)));

    private static IReadOnlyList<string> Row(MigrationDrill drill) =>
    [
        drill.Version,
        drill.Name,
        Word(drill.Outcome),
        Duration(drill, 0),
        Duration(drill, 1),
        Duration(drill, 2),
        string.Join(" / ", drill.Steps.Select(step => step.RowsChanged)),
        drill.Steps.SelectMany(step => step.Locks.Take(1)).Select(taken => $"{taken.Mode} on {taken.Table}{RunText.Took(taken.Held)}").FirstOrDefault() ?? "",
        string.Join(", ", drill.Steps.SelectMany(step => step.Rewritten).Distinct(StringComparer.Ordinal)),
    ];

    private static string Duration(MigrationDrill drill, int step) => step < drill.Steps.Count ? RunText.Took(drill.Steps[step].Duration).Trim(' ', '(', ')') : "";
}
