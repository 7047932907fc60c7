using Cairn.Runtime.Migrations;
using Cairn.Runtime.Planning;

namespace Cairn.Runtime.Drills.Planning;

/// <summary>What a drill does with its copy.</summary>
/// <param name="RollBack">Applied migrations that are rolled back first, the newest first.</param>
/// <param name="Steps">Then these, in order.</param>
/// <param name="Warnings">What the user should know before it runs.</param>
internal sealed record DrillPlan(IReadOnlyList<PlanStep> RollBack, IReadOnlyList<DrillPlanStep> Steps, IReadOnlyList<string> Warnings)
{
    /// <summary>Whether there is nothing to rehearse.</summary>
    public bool IsEmpty => !Steps.Any(step => step.Rehearsed);
}

/// <summary>A migration that is applied to the copy.</summary>
/// <param name="Migration">Which one.</param>
/// <param name="Rehearsed">Whether it is rehearsed; otherwise it is only applied, since later ones need it.</param>
internal sealed record DrillPlanStep(MigrationDescriptor Migration, bool Rehearsed);
