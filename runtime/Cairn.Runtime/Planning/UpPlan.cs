using Cairn.Runtime.Execution;
using Cairn.Runtime.Migrations;

namespace Cairn.Runtime.Planning;

/// <summary>Makes a plan of migrations to apply, and refuses it where a check or a policy says so.</summary>
internal static class UpPlan
{
    /// <summary>Cairn's own first, the rest in the order given.</summary>
    public static IReadOnlyList<PlanStep> Steps(Standing standing, IEnumerable<MigrationDescriptor> migrations) =>
    [
        .. migrations.Where(migration => migration.Source == MigrationSourceKind.BuiltIn).Select(migration => Step(standing, migration)),
        .. migrations.Where(migration => migration.Source != MigrationSourceKind.BuiltIn).Select(migration => Step(standing, migration)),
    ];

    private static PlanStep Step(Standing standing, MigrationDescriptor migration) => new(migration, Direction.Up) { OutOfOrder = standing.IsOutOfOrder(migration) };

    public static Plan Checked(Standing standing, PlanPolicies policies, IReadOnlyList<MigrationDescriptor> migrations)
    {
        var steps = WithRecords(standing, Steps(standing, migrations.Where(migration => standing.SquashOf(migration.Version) is not { State: SquashState.Due })));
        var verdict = new Verdict();
        verdict.Refuse(Findings.HalfReplaced(standing));
        verdict.Refuse(Findings.Renamed(standing, migrations));
        var planned = migrations.Select(migration => migration.Version).ToHashSet();
        verdict.Judge(CheckPolicy.Warn, Findings.Renamed(standing, standing.Renamed.Where(renamed => !planned.Contains(renamed.Version))));
        verdict.Judge(policies.OutOfOrder, OutOfOrder(standing, steps));
        verdict.Judge(policies.Changed, Findings.Changed(standing));
        verdict.Judge(policies.Missing, Findings.Missing(standing));
        return new Plan(steps, verdict.WarningsOrThrow());
    }

    /// <summary>What is due to be recorded comes with whatever else is applied: it stands before all that is pending, and only takes the place of records.</summary>
    public static IReadOnlyList<PlanStep> WithRecords(Standing standing, IReadOnlyList<PlanStep> steps)
    {
        var due = standing.Squashes.Where(squash => squash.State == SquashState.Due)
            .Select(squash => new PlanStep(squash.Migration, Direction.Up) { Replaced = squash.Applied }).ToList();
        return due.Count == 0 ? steps :
        [
            .. steps.TakeWhile(step => step.Migration.Source == MigrationSourceKind.BuiltIn), .. due,
            .. steps.SkipWhile(step => step.Migration.Source == MigrationSourceKind.BuiltIn),
        ];
    }

    /// <summary>One finding that names them all.</summary>
    private static IEnumerable<CairnException> OutOfOrder(Standing standing, IReadOnlyList<PlanStep> steps)
    {
        var late = steps.Where(step => step.OutOfOrder).Select(step => step.Migration).ToList();
        if (late.Count == 0)
        {
            yield break;
        }

        var names = Words.List([.. late.Select(migration => migration.Path)]);
        var verb = late.Count == 1 ? "is" : "are";
        yield return new CairnException(
            ErrorCodes.OutOfOrderRefused,
            $"{names} {verb} pending and older than the newest applied migration, {standing.NewestApplied}.")
        {
            File = late[0].Path,
            Fix = "Give them newer versions, or allow it with --out-of-order warn.",
        };
    }
}
