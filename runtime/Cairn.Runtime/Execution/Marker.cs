using Cairn.Runtime.Data.Connections;
using Cairn.Runtime.Execution.Reports;
using Cairn.Runtime.History;
using Cairn.Runtime.Migrations;
using Cairn.Runtime.Planning;

namespace Cairn.Runtime.Execution;

/// <summary>Records versions as applied, or as not, without running them.</summary>
internal sealed class Marker(MigrationRun run, MigratorOptions options)
{
    public async Task<RunReport> MarkAsync(MarkRequest request, CancellationToken cancellationToken)
    {
        var set = run.ReadSet();
        await using (var reading = await run.OpenAsync(readOnly: true, cancellationToken))
        {
            var marks = Decide(request, await run.StandAsync(set, reading, alwaysCheck: true, cancellationToken));
            await run.Loader.ChecksumsAsync(marks.Where(mark => mark.IsKnown).Select(mark => mark.Step.Migration), cancellationToken);
            if (request.DryRun || marks.Count == 0)
            {
                return Report([.. marks.Select(mark => Outcomes.Of(mark.Step, OutcomeState.Planned))]) with { DryRun = request.DryRun };
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
        var marks = Decide(request, await run.StandAsync(set, connection, alwaysCheck: true, cancellationToken));
        var writer = await run.WriterAsync(connection, cancellationToken);
        var now = DateTimeOffset.UtcNow;
        var outcomes = new List<MigrationOutcome>();
        await connection.BeginAsync(cancellationToken);
        try
        {
            foreach (var mark in marks)
            {
                await WriteAsync(writer, mark, now, cancellationToken);
                outcomes.Add(Outcomes.Of(mark.Step, OutcomeState.Marked) with { AppliedAt = mark.Step.Direction == Direction.Up ? now : null });
            }

            await connection.CommitAsync();
        }
        finally
        {
            await connection.RollbackAsync();
        }

        return Report(outcomes);
    }

    private async Task WriteAsync(HistoryWriter writer, Mark mark, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var source = mark.IsKnown ? await run.Loader.ReadAsync(mark.Step.Migration, cancellationToken) : null;
        if (mark.Step.Direction == Direction.Up)
        {
            await writer.InsertAsync(mark.Step.Migration, now, cancellationToken);
        }
        else
        {
            await writer.DeleteAsync(mark.Step.Applied!.Version, cancellationToken);
        }

        var outcome = mark.Step.Direction == Direction.Up ? HistoryOutcomes.Marked : HistoryOutcomes.Unmarked;
        await writer.LogAsync(new HistoryEntry(mark.Step.Migration, mark.Step.Direction, outcome, now) { Source = source }, cancellationToken);
    }

    private static List<Mark> Decide(MarkRequest request, Standing standing)
    {
        if (request.All)
        {
            var pending = standing.Pending.Where(migration => migration.Source != MigrationSourceKind.BuiltIn);
            return [.. pending.Select(migration => new Mark(new PlanStep(migration, Direction.Up), IsKnown: true))];
        }

        var version = request.Version ?? throw new CairnException(ErrorCodes.CommandLineInvalid, "Which version?")
        {
            Fix = "Name a version, or give --all.",
        };
        return request.Unapply ? [Unapply(standing, version)]
            : request.Renamed ? Renamed(standing, version)
            : [Apply(standing, version)];
    }

    private static Mark Apply(Standing standing, string version)
    {
        var migration = standing.Set.Find(version) ?? throw Known.Unknown(standing, version);
        return standing.History.Has(migration.Version)
            ? throw new CairnException(ErrorCodes.AlreadyApplied, $"{migration.Version} ({migration.Name}) is recorded as applied already.")
            {
                Fix = "Nothing needs to be done.",
            }
            : new Mark(new PlanStep(migration, Direction.Up), IsKnown: true);
    }

    private static Mark Unapply(Standing standing, string version)
    {
        var applied = Known.Applied(standing, version);
        var known = standing.Set.Find(applied.Version);
        var descriptor = known ?? new MigrationDescriptor(applied.Version, applied.Name, applied.Source ?? MigrationSourceKind.Custom, "(file gone)")
        {
            Format = applied.Format ?? ".csx",
        };
        return new Mark(new PlanStep(descriptor, Direction.Down) { Applied = applied }, known is not null);
    }

    private static List<Mark> Renamed(Standing standing, string version)
    {
        var migration = standing.Set.Find(version) ?? throw Known.Unknown(standing, version);
        var from = standing.RenamedFrom(migration.Version) ?? throw new CairnException(
            ErrorCodes.RenamedFile, $"{migration.Version} is not the new name of an applied migration: no missing one has its content.")
        {
            File = migration.Path,
            Fix = $"To record it as applied all the same: dotnet cairn migrate:mark {migration.Version}.",
        };
        return [Unapply(standing, from.Version.Text), new Mark(new PlanStep(migration, Direction.Up), IsKnown: true)];
    }

    private RunReport Report(IReadOnlyList<MigrationOutcome> outcomes) => new(options.Target.Client, options.Target.Database) { Migrations = outcomes };

    /// <param name="Step">Which one, and whether it is recorded or no longer so.</param>
    /// <param name="IsKnown">Whether it has a file (or class).</param>
    private sealed record Mark(PlanStep Step, bool IsKnown);
}
