using System.Text;
using Cairn.Faults.Trials;

namespace Cairn.Faults.Reports;

/// <summary>The numbers as a table in Markdown, which reads well on a console too.</summary>
internal static class TallyTable
{
    public static string Of(IEnumerable<Tally> tallies)
    {
        var text = new StringBuilder();
        text.Append("| database | fault | tried | converged without a hand | asked | wrong | told something false |\n|---|---|---|---|---|---|---|\n");
        foreach (var tally in tallies)
        {
            foreach (var kind in Fault.KindsOf(tally.Engine))
            {
                Row(text, tally, Words(kind), kind);
            }

            Row(text, tally, "**all**", null);
        }

        foreach (var tally in tallies)
        {
            foreach (var (history, reason) in tally.Off)
            {
                text.Append($"\n{tally.Engine}: the history `{history}` was not tried; {reason}.\n");
            }

            var told = tally.Told().Select(pair => $"{pair.Code} {pair.Count}×").ToList();
            if (told.Count > 0)
            {
                text.Append($"\n{tally.Engine}: runs that lived through their fault ended with {string.Join(", ", told)}.\n");
            }
        }

        return text.ToString();
    }

    private static void Row(StringBuilder text, Tally tally, string words, FaultKind? kind)
    {
        var tried = tally.Count(kind, null) - tally.Count(kind, Verdict.Missed);
        text.Append($"| {tally.Engine} | {words} | {tried} | {tally.Count(kind, Verdict.Converged)} | {tally.Count(kind, Verdict.Asked)} | {tally.Count(kind, Verdict.Wrong)} | {tally.MisledOf(kind)} |\n");
    }

    private static string Words(FaultKind kind) => kind switch
    {
        FaultKind.KilledBefore => "killed before the statement",
        FaultKind.KilledDuring => "killed during it",
        FaultKind.KilledAfter => "killed after it, its answer not had",
        FaultKind.SessionEnded => "the server ends the session",
        FaultKind.ConnectionCut => "the connection is cut",
        _ => "an answer is lost with the connection",
    };
}
