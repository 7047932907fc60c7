using Cairn.Runtime.Execution;

namespace Cairn.Faults.Trials;

/// <summary>The errors with which a run asks what is to be done, since it cannot know.</summary>
internal static class Questions
{
    private static readonly string[] Codes = [ErrorCodes.HalfRunQuestion];

    public static bool IsOne(string? code) => Codes.Contains(code, StringComparer.Ordinal);

    /// <summary>What was done is known where the process died at a place that is known: the last statement was the journal's note before, or the one in question.</summary>
    public static ResumeAnswer? Answer(Fault fault, Baseline baseline)
    {
        var last = fault.Kind switch
        {
            FaultKind.KilledBefore => fault.Point - 1,

            // At the end of a migration nothing is sent: the answer that is kept from the run is that of the statement after it.
            FaultKind.KilledAfter => baseline.IsStatement(fault.Phase, fault.Point) ? fault.Point : fault.Point + 1,
            _ => 0,
        };
        return last == 0 ? null
            : baseline.Line(fault.Phase, last).Contains("cairn_journal", StringComparison.Ordinal) ? ResumeAnswer.Again
            : ResumeAnswer.Done;
    }
}
