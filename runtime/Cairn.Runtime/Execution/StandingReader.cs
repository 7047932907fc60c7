using Cairn.Runtime.Data.Connections;
using Cairn.Runtime.History;
using Cairn.Runtime.Migrations;
using Cairn.Runtime.Planning;

namespace Cairn.Runtime.Execution;

/// <summary>Finds out how the migrations stand to the database. What is read of files is read once for a run, and only where something hangs on it.</summary>
internal sealed class StandingReader(MigrationLoader loader, TrackingTables tables, MigratorOptions options)
{
    private readonly Dictionary<MigrationVersion, IReadOnlyList<MigrationVersion>?> replaces = [];
    private IReadOnlyDictionary<MigrationVersion, LoadedMigration>? phased;

    /// <summary>Compares the set with what the database says, reading files only where something hangs on their contents.</summary>
    /// <param name="set">The known migrations.</param>
    /// <param name="connection">The database.</param>
    /// <param name="alwaysCheck">Reads the files of applied migrations also where nothing is pending.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Standing> ReadAsync(MigrationSet set, RunConnection connection, bool alwaysCheck, CancellationToken cancellationToken)
    {
        var table = new HistoryTable(connection, tables);
        var tracked = await table.ReadTrackedAsync(cancellationToken);
        if (!alwaysCheck && options.Changed != CheckPolicy.Refuse && new Standing(set, tracked) is { IsUpToDate: true } upToDate)
        {
            return upToDate;
        }

        var history = await table.WithLogAsync(tracked, cancellationToken);
        var standing = await WithReplacesAsync(new Standing(set, history), alwaysCheck, cancellationToken);
        if (!alwaysCheck && standing.Pending.Count == 0 && !standing.HasOtherNames && options.Changed != CheckPolicy.Refuse)
        {
            return standing;
        }

        var checksums = await loader.ChecksumsAsync(standing.NeedingChecksum(), cancellationToken);
        return checksums.Count == 0 ? standing : standing.With(checksums);
    }

    /// <summary>
    /// A migration says its phase in its text, so what is pending is compiled before it is planned: all of it where a phase is asked for, and what the plan would
    /// call late, since the phase after excuses that. Nothing pending, nothing compiled.
    /// </summary>
    public async Task<(Standing Standing, IReadOnlyDictionary<MigrationVersion, LoadedMigration>? Loaded)> WithPhasesAsync(
        Standing standing, RunMode mode, CancellationToken cancellationToken)
    {
        if (mode.NeedsPhases)
        {
            // Another run may have rolled something back before the lock was had: then more is pending than was read before.
            var planned = standing.Pending.Concat(standing.Squashes.Where(squash => squash.State == SquashState.Due).Select(squash => squash.Migration)).ToList();
            if (phased is null || planned.Exists(migration => !phased.ContainsKey(migration.Version)))
            {
                phased = await loader.LoadAsync(planned, cancellationToken);
            }

            return (standing.With(phased.ToDictionary(pair => pair.Key, pair => pair.Value.UpOptions.Phase)), phased);
        }

        if (mode.GoesUp && options.OutOfOrder != CheckPolicy.Allow && standing.Pending.Where(standing.IsOutOfOrder).ToList() is { Count: > 0 } late)
        {
            // One that does not compile is told when the plan is loaded, if it is in it.
            var loaded = (await loader.TryLoadAsync(late, cancellationToken)).Migrations;
            return (standing.With(loaded.ToDictionary(migration => migration.Descriptor.Version, migration => migration.UpOptions.Phase)), null);
        }

        return (standing, null);
    }

    /// <summary>What a migration replaces stands in its text, which does not change while it runs: each is looked at once.</summary>
    private async Task<Standing> WithReplacesAsync(Standing standing, bool all, CancellationToken cancellationToken)
    {
        var unread = standing.MayReplace(all).Where(migration => !replaces.ContainsKey(migration.Version)).ToList();
        var found = await loader.ReplacesAsync(unread, cancellationToken);
        foreach (var migration in unread)
        {
            replaces[migration.Version] = found.GetValueOrDefault(migration.Version);
        }

        return replaces.Values.All(versions => versions is null)
            ? standing
            : standing.With(replaces.Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, pair => pair.Value!));
    }
}
