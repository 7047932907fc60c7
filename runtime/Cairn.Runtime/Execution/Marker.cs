using Cairn.Runtime.Data.Connections;
using Cairn.Runtime.Execution.Reports;
using Cairn.Runtime.History;
using Cairn.Runtime.Migrations;
using Cairn.Runtime.Planning;

namespace Cairn.Runtime.Execution;

/// <summary>Records versions as applied, or as not, without running them: all of what was asked for, or nothing.</summary>
internal sealed class Marker(MigrationRun run, MigratorOptions options)
{
    public async Task<RunReport> MarkAsync(MarkRequest request, CancellationToken cancellationToken)
    {
        var set = run.ReadSet();
        await using (var reading = await run.OpenAsync(readOnly: true, cancellationToken))
        {
            var steps = MarkPlanner.Mark(await run.StandAsync(set, reading, alwaysCheck: true, cancellationToken), request);
            if (request.DryRun || steps.Count == 0)
            {
                return Report([.. steps.Select(step => Outcome(step, OutcomeState.Planned, null))]) with { DryRun = request.DryRun };
            }
        }

        // The tables that the marks are recorded in are made by migrations of Cairn's own, which are never marked but run.
        var installed = await run.RunAsync(Planner.Install, new RunMode(), cancellationToken);
        return installed.Error is not null
            ? installed
            : await run.LockedAsync(connection => WriteAsync(request, set, connection, cancellationToken), cancellationToken);
    }

    private async Task<RunReport> WriteAsync(MarkRequest request, MigrationSet set, RunConnection connection, CancellationToken cancellationToken)
    {
        var steps = MarkPlanner.Mark(await run.StandAsync(set, connection, alwaysCheck: true, cancellationToken), request);
        var writer = await run.WriterAsync(connection, cancellationToken);
        var now = DateTimeOffset.UtcNow;
        await connection.BeginAsync(cancellationToken);
        try
        {
            foreach (var step in steps)
            {
                await WriteAsync(writer, step, now, cancellationToken);
            }

            await connection.CommitAsync();
        }
        finally
        {
            await connection.RollbackAsync();
        }

        return Report([.. steps.Select(step => Outcome(step, OutcomeState.Marked, now))]);
    }

    private async Task WriteAsync(HistoryWriter writer, MarkStep step, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var source = step.Migration is { } known ? await run.Loader.ReadAsync(known, cancellationToken) : null;
        switch (step.Kind)
        {
            case MarkKind.Apply:
                await writer.MarkAsync(step.Migration!, source, now, now, cancellationToken);
                await writer.ReplacedAsync(step.Replaced, now, cancellationToken);
                break;
            case MarkKind.Rename:
                await writer.RenameAsync(step.Row!.Version, step.Migration!, cancellationToken);
                await writer.LogAsync(
                    new HistoryEntry(step.Migration!, Direction.Up, HistoryOutcomes.Renamed, now) { Source = source, Batch = step.Row.Batch }, cancellationToken);
                break;
            default:
                await writer.DeleteAsync(step.Row!.Version, cancellationToken);
                await writer.LogAsync(new HistoryEntry(Descriptor(step), Direction.Down, HistoryOutcomes.Unmarked, now) { Source = source, Batch = null }, cancellationToken);
                break;
        }
    }

    /// <summary>What is recorded and has no file any more still has a name.</summary>
    private static MigrationDescriptor Descriptor(MarkStep step) => step.Migration ?? HistoryWriter.Gone(step.Row!);

    private static MigrationOutcome Outcome(MarkStep step, OutcomeState state, DateTimeOffset? now)
    {
        var migration = Descriptor(step);
        var direction = step.Kind == MarkKind.Unapply ? Direction.Down : Direction.Up;
        return new MigrationOutcome(step.Version.Text, step.Name, migration.Source, migration.Path, direction, state)
        {
            AppliedAt = direction == Direction.Up ? step.Row?.AppliedAt ?? now : null,
        };
    }

    private RunReport Report(IReadOnlyList<MigrationOutcome> outcomes) => new(options.Target.Client, options.Target.Database) { Migrations = outcomes };
}
