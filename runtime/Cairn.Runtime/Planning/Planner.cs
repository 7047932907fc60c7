using Cairn.Runtime.Execution;
using Cairn.Runtime.Migrations;

namespace Cairn.Runtime.Planning;

/// <summary>Decides what to run. Pure: no clock, no connection, no console, no file.</summary>
/// <remarks>
/// Cairn's own pending migrations always come first in a plan that goes up, whatever their versions: they make the tables that the
/// rest is recorded in. A plan is refused as a whole, before anything runs, by a <see cref="CairnException"/> that tells all reasons
/// (the further ones in <see cref="CairnException.Others"/>).
/// </remarks>
public static class Planner
{
    /// <summary>Every pending migration, in version order.</summary>
    /// <param name="standing">The set and the history.</param>
    /// <param name="policies">What to do about findings.</param>
    /// <param name="to">Stop after this version.</param>
    /// <param name="phase">Only those of this phase, and Cairn's own; the standing must know the phases then. Null for all.</param>
    /// <exception cref="CairnException">CAIRN1004, 1005, 1014, 1015, 1016, 5204.</exception>
    public static Plan Latest(Standing standing, PlanPolicies policies, string? to = null, Phase? phase = null)
    {
        if (to is null && standing.IsUpToDate)
        {
            return Plan.Empty;
        }

        var steps = standing.Pending;
        if (to is not null)
        {
            var last = Known.Version(standing, to);
            steps = [.. steps.Where(step => IsBuiltIn(step) || standing.Set.Naming.Order.Compare(step.Version, last) <= 0)];
        }

        if (phase is not null)
        {
            steps = [.. steps.Where(step => IsBuiltIn(step) || standing.PhaseOf(step) == phase)];
        }

        return UpPlan.Checked(standing, policies, steps);
    }

    /// <summary>The next pending migrations, or the named one; Cairn's own come before them and do not count as steps.</summary>
    /// <param name="standing">The set and the history.</param>
    /// <param name="policies">What to do about findings.</param>
    /// <param name="version">The named one.</param>
    /// <param name="steps">How many, from 1.</param>
    /// <exception cref="CairnException">CAIRN1004, 1005, 1012, 1014, 1015, 1016, 5204, 7009.</exception>
    public static Plan Up(Standing standing, PlanPolicies policies, string? version = null, int steps = 1)
    {
        Known.Steps(steps);
        var own = standing.Pending.Where(IsBuiltIn);
        if (version is null)
        {
            return UpPlan.Checked(standing, policies, [.. own, .. standing.Pending.Where(step => !IsBuiltIn(step)).Take(steps)]);
        }

        if (standing.History.Find(version) is { } applied)
        {
            throw new CairnException(ErrorCodes.AlreadyApplied, $"{applied.Version} ({applied.Name}) is applied already.")
            {
                Fix = $"To run it again: dotnet cairn migrate:down {applied.Version}, then migrate:up {applied.Version}.",
            };
        }

        var named = standing.Set.Find(version) ?? throw Known.Unknown(standing, version);
        return UpPlan.Checked(standing, policies, IsBuiltIn(named) ? [.. own] : [.. own, named]);
    }

    /// <summary>Cairn's own pending migrations only.</summary>
    public static Plan Install(Standing standing) => new(UpPlan.Steps(standing, standing.Pending.Where(IsBuiltIn)), []);

    /// <summary>Only what is due to be recorded in the place of what it replaces, and Cairn's own pending migrations.</summary>
    /// <param name="standing">The set and the history.</param>
    public static Plan Record(Standing standing) => new(UpPlan.WithRecords(standing, Install(standing).Steps), []);

    /// <summary>The last applied migrations, or the named one, or all after a version; newest first.</summary>
    /// <param name="standing">The set and the history.</param>
    /// <param name="request">What to roll back.</param>
    /// <param name="policies">What to do about changed files among them.</param>
    /// <exception cref="CairnException">CAIRN1005, 1006, 1007, 1013, 1014, 1015, 7009.</exception>
    public static Plan Down(Standing standing, DownRequest request, PlanPolicies? policies = null) =>
        DownPlan.Checked(standing, policies, DownPlan.Choose(standing, request), request.FromHistory, request.Force);

    /// <summary>All that the last run applied; where the last applied migration's run is not known, that one only.</summary>
    /// <param name="standing">The set and the history.</param>
    /// <param name="all">Everything but Cairn's own instead.</param>
    /// <param name="policies">What to do about changed files among them.</param>
    /// <param name="force">Also what stands for migrations that were applied one by one.</param>
    /// <exception cref="CairnException">CAIRN1006, 1011, 1014, 1015.</exception>
    public static Plan Rollback(Standing standing, bool all, PlanPolicies? policies = null, bool force = false)
    {
        var applied = DownPlan.NewestFirst(standing, includeBuiltIn: false);
        var batch = applied[0].Batch;
        return DownPlan.Checked(
            standing, policies, all ? applied : batch is null ? [applied[0]] : [.. applied.Where(row => row.Batch == batch)], fromHistory: false, all || force);
    }

    /// <summary>The last migrations down, newest first, and up again in the order in which they were applied.</summary>
    /// <param name="standing">The set and the history.</param>
    /// <param name="steps">How many, from 1.</param>
    /// <param name="policies">What to do about changed files among them.</param>
    /// <exception cref="CairnException">CAIRN1006, 1014, 1015.</exception>
    public static Plan Redo(Standing standing, int steps, PlanPolicies? policies = null)
    {
        var down = Down(standing, new DownRequest(Steps: steps), policies);
        var up = down.Steps.Reverse().Select(step => new PlanStep(step.Migration, Direction.Up));
        return down with { Steps = [.. Install(standing).Steps, .. down.Steps, .. up] };
    }

    /// <summary>Everything but Cairn's own down, then everything up in version order.</summary>
    /// <param name="standing">The set and the history.</param>
    /// <param name="policies">What to do about changed files.</param>
    /// <exception cref="CairnException">CAIRN1014, 1015.</exception>
    public static Plan Reset(Standing standing, PlanPolicies? policies = null)
    {
        var down = standing.NewestApplied is null ? Plan.Empty : Rollback(standing, all: true, policies);
        var up = standing.Set.Migrations.Where(migration => !IsBuiltIn(migration)).Select(migration => new PlanStep(migration, Direction.Up));
        return down with { Steps = [.. Install(standing).Steps, .. down.Steps, .. up] };
    }

    private static bool IsBuiltIn(MigrationDescriptor migration) => migration.Source == MigrationSourceKind.BuiltIn;
}
