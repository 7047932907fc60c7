using Cairn.Runtime.Execution;
using Cairn.Runtime.Migrations;
using Cairn.Runtime.Planning;

namespace Cairn.Runtime.Drills.Planning;

/// <summary>Decides what to rehearse. Pure. Cairn's own migrations are applied and never rehearsed; a host's own are.</summary>
internal static class DrillPlanner
{
    /// <exception cref="CairnException">CAIRN1004, 1005, 1006, 1014, 1015, 1016, 7009.</exception>
    public static DrillPlan Choose(Standing standing, DrillRequest request, PlanPolicies policies) => request switch
    {
        { Last: { } last } => Last(standing, last, policies),
        { Files: { } files } => Named(standing, InFiles(standing, files), policies),
        { Versions.Count: > 0 } => Named(standing, [.. request.Versions.Select(version => Find(standing, version))], policies),
        _ => Pending(standing, policies),
    };

    private static DrillPlan Pending(Standing standing, PlanPolicies policies)
    {
        var plan = Planner.Latest(standing, policies);
        return new DrillPlan([], [.. plan.Steps.Where(step => !IsOwn(step.Migration) && !step.IsRecordOnly).Select(step => new DrillPlanStep(step.Migration, Rehearsed: true))], plan.Warnings);
    }

    private static DrillPlan Last(Standing standing, int last, PlanPolicies policies)
    {
        var down = Planner.Down(standing, new DownRequest(Steps: last), policies);
        return new DrillPlan(down.Steps, [.. down.Steps.Reverse().Select(step => new DrillPlanStep(step.Migration, Rehearsed: true))], down.Warnings);
    }

    /// <summary>What is applied after the oldest of them is rolled back with it; what is pending before the newest of them is applied first.</summary>
    private static DrillPlan Named(Standing standing, HashSet<MigrationVersion> wanted, PlanPolicies policies)
    {
        if (wanted.Count == 0)
        {
            return new DrillPlan([], [], []);
        }

        var applied = wanted.Any(version => standing.History.Has(version)) ? DownPlan.NewestFirst(standing, includeBuiltIn: false) : [];
        var back = applied.Take(applied.Select((row, index) => wanted.Contains(row.Version) ? index + 1 : 0).DefaultIfEmpty(0).Max()).ToList();
        var down = back.Count == 0 ? Plan.Empty : DownPlan.Checked(standing, policies, back, fromHistory: false);
        var pending = Planner.Latest(standing, policies).Steps.Where(step => !step.IsRecordOnly).Select(step => step.Migration).Where(migration => !IsOwn(migration));
        var steps = down.Steps.Reverse().Select(step => step.Migration).Concat(pending)
            .Select(migration => new DrillPlanStep(migration, wanted.Contains(migration.Version))).ToList();
        return new DrillPlan(down.Steps, [.. steps.Take(steps.FindLastIndex(step => step.Rehearsed) + 1)], down.Warnings);
    }

    private static HashSet<MigrationVersion> InFiles(Standing standing, IReadOnlySet<string> files) =>
        [.. standing.Set.Migrations.Where(migration => migration.FilePath is { } path && files.Contains(path)).Select(migration => migration.Version)];

    private static MigrationVersion Find(Standing standing, string version)
    {
        var found = standing.Set.Find(version) ?? throw Known.Unknown(standing, version);
        return !IsOwn(found) ? found.Version : throw new CairnException(
            ErrorCodes.CommandLineInvalid, $"{found.Version} ({found.Name}) is one of Cairn's own migrations: it made the tables that a drill needs, and is not rehearsed.")
        {
            Fix = "Name a migration of your own.",
        };
    }

    private static bool IsOwn(MigrationDescriptor migration) => migration.Source == MigrationSourceKind.BuiltIn;
}
