using Cairn.Runtime.Adoptions.Matches;
using Cairn.Runtime.Adoptions.Reading;
using Cairn.Runtime.Adoptions.Systems;
using Cairn.Runtime.Data.Connections;
using Cairn.Runtime.Execution;
using Cairn.Runtime.Execution.Reports;
using Cairn.Runtime.Migrations;
using Cairn.Runtime.Planning;
using Cairn.Schema;

namespace Cairn.Runtime.Adoptions;

/// <summary>Records what another tool holds as applied: all of it, or nothing. The other tool's table is only read.</summary>
internal sealed class Adopter(MigrationRun run, MigratorOptions options, AdoptRequest request)
{
    private readonly AdoptedSystem system = AdoptedSystems.Find(request.System);

    public async Task<AdoptReport> AdoptAsync(CancellationToken cancellationToken)
    {
        var set = run.ReadSet();
        Planned planned;
        await using (var reading = await run.OpenAsync(readOnly: true, cancellationToken))
        {
            planned = await PlanAsync(set, reading, cancellationToken);
        }

        if (request.DryRun || planned.Adoption.Migrations.Count == 0)
        {
            return Report(planned, OutcomeState.Planned, DateTimeOffset.UtcNow);
        }

        // The tables that it is recorded in are made by migrations of Cairn's own.
        var installed = await run.RunAsync(Planner.Install, new RunMode(), cancellationToken);
        return installed.Error is not null
            ? new AdoptReport(system.Name, planned.Table.ToString(), installed)
            : await run.LockedAsync(connection => WriteAsync(set, connection, cancellationToken), cancellationToken);
    }

    /// <summary>Under the lock all is read again, since another run may have been faster.</summary>
    private async Task<AdoptReport> WriteAsync(MigrationSet set, RunConnection connection, CancellationToken cancellationToken)
    {
        var planned = await PlanAsync(set, connection, cancellationToken);
        var writer = await run.WriterAsync(connection, cancellationToken);
        var now = DateTimeOffset.UtcNow;
        await connection.BeginAsync(cancellationToken);
        try
        {
            foreach (var step in planned.Adoption.Migrations)
            {
                var source = await run.Loader.ReadAsync(step.Migration, cancellationToken);
                await writer.MarkAsync(step.Migration, source, step.AppliedAt ?? now, now, cancellationToken);
            }

            await connection.CommitAsync();
        }
        finally
        {
            await connection.RollbackAsync();
        }

        return Report(planned, OutcomeState.Marked, now);
    }

    private async Task<Planned> PlanAsync(MigrationSet set, RunConnection connection, CancellationToken cancellationToken)
    {
        var (table, history) = await new OtherTable(connection, system).ReadAsync(request.Table, cancellationToken);
        if (table.Name.Equals(run.Tables.Tracking.Name, StringComparison.OrdinalIgnoreCase) && table.Schema == run.Tables.Tracking.Schema)
        {
            throw new CairnException(ErrorCodes.CommandLineInvalid, $"{table} is the tracking table itself: --table names it.")
            {
                Fix = "Leave --table out to adopt its rows into a table of Cairn's own; or go on with it, and adopt nothing.",
            };
        }

        var standing = await run.StandAsync(set, connection, alwaysCheck: true, cancellationToken);
        return new Planned(table, standing, AdoptionPlanner.Plan(system, table.ToString(), history, standing, request));
    }

    private AdoptReport Report(Planned planned, OutcomeState state, DateTimeOffset now)
    {
        var migrations = planned.Adoption.Migrations.Select(step => new MigrationOutcome(
            step.Migration.Version.Text, step.Migration.Name, step.Migration.Source, step.Migration.Path, Direction.Up, state)
        {
            AppliedAt = step.AppliedAt ?? now,
        });
        var after = AdoptionPlanner.After(planned.Standing, planned.Adoption);
        return new AdoptReport(
            system.Name,
            planned.Table.ToString(),
            new RunReport(options.Target.Client, options.Target.Database)
            {
                Migrations = [.. migrations],
                Warnings = [.. planned.Standing.Set.Warnings, .. planned.Adoption.Warnings],
                AppliedTotal = after.History.Applied.Count,
                DryRun = request.DryRun,
            })
        {
            Rows = planned.Adoption.Rows,
            Pending = [.. StatusBuilder.Build(after).Where(line => line.State == MigrationState.Pending && line.Source != MigrationSourceKind.BuiltIn)],
        };
    }

    /// <summary>What was found, and what is to be made of it.</summary>
    private sealed record Planned(TableName Table, Standing Standing, Adoption Adoption);
}
