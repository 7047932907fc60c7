using System.Globalization;

namespace Cairn.Tool.Output.Fleets;

/// <summary>A fleet's report for people: the answers, one table, one sum; and on standard error each failure in full.</summary>
internal static class FleetText
{
    private const int Named = 10;
    private const int Slowest = 3;
    private static readonly string[] Headers = ["target", "result", "what", "took"];
    private static readonly FleetState[] Order = [FleetState.Done, FleetState.Nothing, FleetState.DoneBefore, FleetState.Failed, FleetState.Cancelled, FleetState.NotStarted];

    /// <summary>Each answer once, behind the names of those that gave it; the names are a comment in SQL too.</summary>
    public static IEnumerable<string> Answers(FleetReport fleet)
    {
        foreach (var answer in fleet.Answers)
        {
            yield return $"-- {Names(answer.Names)}";
            foreach (var line in answer.Lines)
            {
                yield return line;
            }
        }
    }

    /// <summary>One row for each, but for those where there was nothing to do: they are counted.</summary>
    public static TextTable? Table(FleetReport fleet, bool all)
    {
        var rows = fleet.Targets.Where(target => all || target.State is not (FleetState.Nothing or FleetState.DoneBefore)).Select(Row).ToList();
        return rows.Count == 0 ? null : new TextTable(Headers, rows);
    }

    /// <summary><c>40 targets: 38 done, 1 failed, 1 not started.</c> Then the slowest.</summary>
    public static IEnumerable<string> Sum(FleetReport fleet)
    {
        if (fleet.Targets.Count == 0)
        {
            yield return "No target is in this part of the fleet.";
            yield break;
        }

        yield return $"{Count(fleet.Targets.Count)}: {string.Join(", ", Order.Where(state => fleet.Count(state) > 0).Select(state => $"{fleet.Count(state)} {state.Word()}"))}.";
        var slowest = fleet.Targets.Where(target => target.Took is not null).OrderByDescending(target => target.Took).Take(Slowest).ToList();
        if (slowest.Count == Slowest)
        {
            yield return $"Slowest: {string.Join(", ", slowest.Select(target => target.Name + RunText.Took(target.Took)))}.";
        }
    }

    /// <summary>Each failure in full; the same one of several is told once.</summary>
    public static void PrintFailures(FleetReport fleet, Printer printer)
    {
        foreach (var group in fleet.In(FleetState.Failed).GroupBy(target => string.Join('\n', ErrorText.Lines(target.Report!.Error!, printer)), StringComparer.Ordinal))
        {
            printer.Error($"{Names([.. group.Select(target => target.Name)])}:");
            ErrorText.Print(group.First().Report!.Error!, printer);
        }
    }

    /// <summary>The error that stands for all failures; null where nothing failed.</summary>
    public static CairnException? Error(FleetReport fleet)
    {
        var failed = fleet.In(FleetState.Failed).Select(target => target.Name).ToList();
        var waiting = fleet.In(FleetState.NotStarted).Select(target => target.Name).ToList();
        var cancelled = fleet.In(FleetState.Cancelled).Select(target => target.Name).ToList();
        if (failed.Count == 0 && !fleet.IsCancelled)
        {
            return null;
        }

        string[] parts =
        [
            failed.Count > 0 ? $"{failed.Count} of {Count(fleet.Targets.Count)} failed: {Names(failed)}" : "",
            cancelled.Count > 0 ? $"cancelled while they ran: {Names(cancelled)}" : "",
            waiting.Count > 0 ? $"{waiting.Count} not started{(fleet.Stopped is { } why ? $", since {why}" : "")}: {Names(waiting)}" : "",
        ];
        return new CairnException(fleet.ExitCode == ExitCodes.Cancelled ? ErrorCodes.Cancelled : ErrorCodes.TargetsFailed, string.Join("; ", parts.Where(part => part.Length > 0)) + ".")
        {
            Fix = "Mend what is said of each, and run the same command again. --only <name> runs one of them, --continue <report> all that are not done.",
            DatabaseState = "each target by itself: what is told as done is done",
        };
    }

    /// <summary><c>1 target</c>, <c>2 targets</c>.</summary>
    public static string Count(int count) => count == 1 ? "1 target" : string.Create(CultureInfo.InvariantCulture, $"{count} targets");

    /// <summary>The first of many names, and how many more there are.</summary>
    public static string Names(IReadOnlyList<string> names) => names.Count <= Named
        ? string.Join(", ", names)
        : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", names.Take(Named))} and {names.Count - Named} more");

    private static IReadOnlyList<string> Row(FleetOutcome target) =>
        [target.Name, target.State.Word(), target.What, RunText.Took(target.Took).Trim(' ', '(', ')')];
}
