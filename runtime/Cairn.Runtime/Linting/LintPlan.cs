using Cairn.Runtime.Migrations;
using Cairn.Runtime.Planning;

namespace Cairn.Runtime.Linting;

/// <summary>A migration on the way of a lint.</summary>
/// <param name="Migration">Which one.</param>
/// <param name="Applied">Whether it was applied already.</param>
/// <param name="Wanted">Whether it was asked for; otherwise it is only followed, since later ones need what it makes.</param>
internal sealed record LintPlanStep(MigrationDescriptor Migration, bool Applied, bool Wanted);

/// <summary>Decides what to look at. Pure. Cairn's own migrations have nothing to do with it.</summary>
internal static class LintPlan
{
    /// <exception cref="CairnException">There is no such version (CAIRN1005).</exception>
    public static IReadOnlyList<LintPlanStep> Choose(Standing standing, LintRequest request)
    {
        var named = request.Versions.Select(version => (standing.Set.Find(version) ?? throw Known.Unknown(standing, version)).Version).ToHashSet();
        bool Wants(MigrationDescriptor migration, bool applied) => request.All
            || named.Contains(migration.Version)
            || (request.Files is { } files && migration.FilePath is { } path && files.Contains(path))
            || (named.Count == 0 && request.Files is null && !applied);

        var steps = standing.Set.Migrations.Where(migration => migration.Source != MigrationSourceKind.BuiltIn).Select(migration => (Migration: migration, Applied: standing.History.Has(migration.Version)))
            .Select(entry => new LintPlanStep(entry.Migration, entry.Applied, Wants(entry.Migration, entry.Applied)))
            .Where(step => step.Wanted || !step.Applied).ToList();
        return [.. steps.Take(1 + steps.FindLastIndex(step => step.Wanted))];
    }
}
