using Cairn.Runtime.Execution.Reports;
using Cairn.Runtime.Planning;

namespace Cairn.Runtime.Execution;

/// <summary>Makes report lines of plan steps.</summary>
internal static class Outcomes
{
    public static MigrationOutcome Of(PlanStep step, OutcomeState state) => new(
        step.Migration.Version.Text, step.Migration.Name, step.Migration.Source, step.Migration.Path, step.Direction, state);
}
