using Cairn.Runtime.Linting.Recordings;

namespace Cairn.Runtime.Linting.Rules;

/// <summary>A rule that looks at each change of <c>Up</c> by itself.</summary>
internal abstract class ChangeRule : LintRule
{
    public sealed override async ValueTask CheckAsync(LintCase migration, FindingList found, CancellationToken cancellationToken)
    {
        foreach (var change in migration.Up.Changes)
        {
            await CheckAsync(migration, change, found, cancellationToken);
        }
    }

    /// <summary>Looks at one change.</summary>
    protected abstract ValueTask CheckAsync(LintCase migration, LintChange change, FindingList found, CancellationToken cancellationToken);
}

/// <summary>A rule that needs nothing but the change itself.</summary>
internal abstract class PlainChangeRule : ChangeRule
{
    protected sealed override ValueTask CheckAsync(LintCase migration, LintChange change, FindingList found, CancellationToken cancellationToken)
    {
        Check(migration, change, found);
        return ValueTask.CompletedTask;
    }

    /// <summary>Looks at one change.</summary>
    protected abstract void Check(LintCase migration, LintChange change, FindingList found);
}
