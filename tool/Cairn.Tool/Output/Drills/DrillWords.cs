using System.Globalization;
using Cairn.Runtime.Drills.Reports;

namespace Cairn.Tool.Output.Drills;

/// <summary>How outcomes and figures of a drill are called, the same in every report.</summary>
internal static class DrillWords
{
    /// <summary>The outcome in text and on the page.</summary>
    public static string Of(DrillOutcome outcome) => outcome switch
    {
        DrillOutcome.NotDeterministic => "not deterministic",
        DrillOutcome.NotRun => "not run",
        _ => outcome.ToString().ToLowerInvariant(),
    };

    /// <summary>The outcome in JSON, and as a class on the page.</summary>
    public static string Key(DrillOutcome outcome) => Of(outcome).Replace(' ', '-');

    /// <summary>Milliseconds below ten seconds, seconds above.</summary>
    public static string Time(TimeSpan time) => time.TotalSeconds < 10
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0.#} ms")
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s");

    /// <summary>A number with spaces between thousands.</summary>
    public static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', ' ');

    /// <summary>After which step a difference was seen.</summary>
    public static string When(DrillMoment moment) => moment == DrillMoment.Down ? "after down" : "after the second up";

    /// <summary>The whole in one line: <c>3 passed, 1 failed</c>.</summary>
    public static string Summary(DrillReport report)
    {
        var outcomes = report.Migrations.Select(drill => drill.Outcome).Concat(report.Scripts.Select(drill => drill.Outcome)).ToList();
        var parts = outcomes.GroupBy(outcome => outcome).OrderBy(group => group.Key).Select(group => $"{group.Count()} {Of(group.Key)}");
        return outcomes.Count == 0 ? "nothing to drill" : string.Join(", ", parts);
    }

    /// <summary>The strongest lock that any step took, as <c>AccessExclusiveLock on orders for 12 ms</c>; null where none is known.</summary>
    public static string? StrongestLock(MigrationDrill drill) => drill.Steps.SelectMany(step => step.Locks.Take(1)).FirstOrDefault() is { } taken
        ? $"{taken.Mode} on {taken.Table} for {Time(taken.Held)}"
        : null;

    /// <summary>What makes the migration fail, a line each; empty where nothing does.</summary>
    public static IEnumerable<string> Failures(MigrationDrill drill) =>
        drill.Differences.Select(difference => difference.ToString()).Concat(drill.Error is { } error ? [$"{error.Code}: {error.Message}"] : []);
}
