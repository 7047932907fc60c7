using Cairn.Runtime.Drills.Reports;
using Cairn.Runtime.Migrations;

namespace Cairn.Runtime.Drills.Rehearsals;

/// <summary>Rehearses one migration: up, down, up again, and what is there after each.</summary>
/// <param name="runner">Runs the directions.</param>
/// <param name="reader">Reads the copy.</param>
/// <param name="transactional">Whether a failed direction leaves nothing behind.</param>
/// <param name="observer">Is told.</param>
internal sealed class MigrationRehearsal(CopyRunner runner, StateReader reader, bool transactional, IDrillObserver observer)
{
    private readonly List<DrillStep> steps = [];
    private readonly List<string> notes = [];

    /// <summary>Rehearses it.</summary>
    /// <param name="migration">The migration; not applied to the copy.</param>
    /// <param name="known">The state of the copy, where it is known.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Rehearsed> RunAsync(LoadedMigration migration, DrillState? known, CancellationToken cancellationToken)
    {
        var lossy = Lossy(migration);
        var before = known is { LeftOut.Count: 0 } && lossy.Count == 0 ? known : await reader.ReadAsync(lossy.Keys, before: null, cancellationToken);
        var drill = new MigrationDrill(
            migration.Descriptor.Version.Text, migration.Descriptor.Name, migration.Descriptor.Source, migration.Descriptor.Path, DrillOutcome.Failed)
        {
            Lossy = lossy,
            Before = before.Structure,
        };
        var first = await UpAsync(migration, "up", before, cancellationToken);
        if (first.Error is not null)
        {
            return Ended(drill with { Error = first.Error }, after: null, holds: false);
        }

        var after = await reader.ReadAsync(lossy.Keys, before: null, cancellationToken);
        Rewrote(before, after);
        drill = drill with { After = after.Structure };
        if (migration.Irreversible is { } why)
        {
            notes.Add($"declared irreversible: {why}");
            return Ended(drill with { Outcome = DrillOutcome.Irreversible }, after, holds: true);
        }

        return migration is { Down: null, IsChange: false }
            ? await WithoutDownAsync(drill, before, after, cancellationToken)
            : await BackAsync(migration, drill, before, after, cancellationToken);
    }

    private static Dictionary<string, string> Lossy(LoadedMigration migration)
    {
        var lossy = new Dictionary<string, string>(migration.UpOptions.Lossy, StringComparer.Ordinal);
        foreach (var (column, why) in migration.DownOptions.Lossy)
        {
            lossy.TryAdd(column, why);
        }

        return lossy;
    }

    private async Task<Rehearsed> WithoutDownAsync(MigrationDrill drill, DrillState before, DrillState after, CancellationToken cancellationToken)
    {
        notes.Add("it has no Down, so a rollback is refused");
        var same = await reader.ReadAsync(before.LeftOut, before, cancellationToken);
        var (differences, tables) = DrillVerdict.Compare(before, same, DrillMoment.Down);
        return Ended(drill with { Outcome = DrillVerdict.Judge(differences, failed: false), Differences = differences, Tables = tables }, after, holds: true);
    }

    private async Task<Rehearsed> BackAsync(LoadedMigration migration, MigrationDrill drill, DrillState before, DrillState after, CancellationToken cancellationToken)
    {
        observer.Started(migration.Descriptor, "down");
        var down = await runner.DownAsync(migration.Descriptor, after, cancellationToken);
        Add(down);
        if (down.Error is not null)
        {
            // Rolled back, it is still applied, and the next ones can go on from there.
            return Ended(drill with { Error = down.Error }, after, holds: transactional && !migration.DownOptions.NoTransaction && !runner.Hangs);
        }

        var back = await reader.ReadAsync(before.LeftOut, before, cancellationToken);
        Rewrote(after, back);
        var (differences, tables) = DrillVerdict.Compare(before, back, DrillMoment.Down);
        drill = drill with { Differences = differences, Tables = tables };
        var second = await UpAsync(migration, "up again", back, cancellationToken);
        if (second.Error is not null)
        {
            notes.Add("the second up failed: what down left is not what up begins with");
            return Ended(drill with { Error = second.Error }, after: null, holds: false);
        }

        var again = await reader.ReadAsync(after.LeftOut, after, cancellationToken);
        Rewrote(back, again);
        IReadOnlyList<DrillDifference> all = [.. differences, .. DrillVerdict.Compare(after, again, DrillMoment.SecondUp).Differences];
        var outcome = DrillVerdict.Judge(all, failed: false);
        notes.AddRange(DrillVerdict.Notes(outcome, drill.Lossy.Count > 0));
        return Ended(drill with { Outcome = outcome, Differences = all }, all.Count == 0 ? again : null, holds: true);
    }

    private async Task<StepOutcome> UpAsync(LoadedMigration migration, string what, DrillState before, CancellationToken cancellationToken)
    {
        observer.Started(migration.Descriptor, what);
        var outcome = await runner.UpAsync(migration.Descriptor, before, cancellationToken);
        Add(outcome);
        return outcome;
    }

    private void Add(StepOutcome outcome)
    {
        steps.Add(outcome.Step);
        notes.AddRange(outcome.Notes.Except(notes, StringComparer.Ordinal));
    }

    private void Rewrote(DrillState before, DrillState after) => steps[^1] = steps[^1] with { Rewritten = before.Storage.Rewritten(after.Storage) };

    private Rehearsed Ended(MigrationDrill drill, DrillState? after, bool holds) => new(drill with { Steps = steps, Notes = notes }, after, holds);
}

/// <summary>What a rehearsal gave.</summary>
/// <param name="Drill">What was found.</param>
/// <param name="After">The state of the copy, where it is known.</param>
/// <param name="Holds">Whether the migration is applied, so that the next ones can go on.</param>
internal sealed record Rehearsed(MigrationDrill Drill, DrillState? After, bool Holds);
