using Cairn.Runtime.Data.Connections;
using Cairn.Runtime.Execution;
using Cairn.Schema.Comparison;
using Cairn.Schema.Comparison.Changes;
using Cairn.Schema.Snapshots;

namespace Cairn.Runtime.Schemas;

/// <summary>Reads the structure of a database, compares it, and makes it like another. Every call opens its own connection and closes it.</summary>
/// <param name="options">The database and the names of Cairn's own tables, which are no part of the structure.</param>
/// <example><code>
/// var snapshots = new SchemaSnapshots(options);
/// Console.WriteLine(Fingerprint.Of(await snapshots.ReadAsync(cancellationToken)));
/// </code></example>
public sealed class SchemaSnapshots(MigratorOptions options)
{
    private readonly MigrationRun run = new(options);

    /// <summary>The structure, read without changing anything.</summary>
    /// <exception cref="CairnException">The database cannot be had (70xx), or something of it cannot be read (CAIRN6001).</exception>
    public async Task<SchemaSnapshot> ReadAsync(CancellationToken cancellationToken)
    {
        await using var connection = await run.OpenAsync(readOnly: true, cancellationToken);
        return await StructureReader.ReadAloneAsync(connection, run.Tables, cancellationToken);
    }

    /// <summary>What would have to change in the database.</summary>
    /// <param name="wanted">The structure that it should have.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="CairnException">As <see cref="ReadAsync"/>.</exception>
    public async Task<SchemaComparison> CompareAsync(SchemaSnapshot wanted, CancellationToken cancellationToken)
    {
        var current = await ReadAsync(cancellationToken);
        return new SchemaComparison(current, wanted, SchemaDiffer.Compare(current, wanted));
    }

    /// <summary>What <see cref="ApplyAsync"/> would do, with its statements. Changes nothing.</summary>
    /// <param name="wanted">The structure that the database should have.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="CairnException">Something of it cannot be made (CAIRN6005).</exception>
    public async Task<ApplyReport> PlanAsync(SchemaSnapshot wanted, CancellationToken cancellationToken)
    {
        var (report, plan) = await PrepareAsync(wanted, cancellationToken);
        await using var connection = await run.OpenAsync(readOnly: true, cancellationToken);
        return await new ApplyRun(connection, options, run.Tables).FollowAsync(report, plan, cancellationToken);
    }

    /// <summary>
    /// Makes the database like the snapshot, under the migration lock; in one transaction where the database can. Afterwards the structure is read again: whatever still differs is an error.
    /// </summary>
    /// <param name="wanted">The structure that the database shall have.</param>
    /// <param name="allowDataLoss">Whether data may be lost.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="CairnException">Data would be lost (CAIRN6004), something cannot be made (CAIRN6005), or a statement failed (3xxx).</exception>
    public async Task<ApplyReport> ApplyAsync(SchemaSnapshot wanted, bool allowDataLoss, CancellationToken cancellationToken)
    {
        var (report, plan) = await PrepareAsync(wanted, cancellationToken);
        RefuseLosses(report, allowDataLoss);
        return plan.Operations.Count == 0
            ? report
            : await run.LockedAsync(connection => LockedAsync(connection, wanted, allowDataLoss, cancellationToken), cancellationToken);
    }

    /// <summary>Another run may have changed the structure while this one waited for the lock: all is looked at anew.</summary>
    private async Task<ApplyReport> LockedAsync(RunConnection connection, SchemaSnapshot wanted, bool allowDataLoss, CancellationToken cancellationToken)
    {
        var current = await StructureReader.ReadAsync(connection, run.Tables, cancellationToken);
        var (report, plan) = await PrepareAsync(connection, current, wanted, cancellationToken);
        RefuseLosses(report, allowDataLoss);
        await new ApplyRun(connection, options, run.Tables).RunAsync(wanted, plan, cancellationToken);
        return report;
    }

    private async Task<(ApplyReport Report, ChangePlan Plan)> PrepareAsync(SchemaSnapshot wanted, CancellationToken cancellationToken)
    {
        var current = await ReadAsync(cancellationToken);
        await using var connection = await run.OpenAsync(readOnly: true, cancellationToken);
        return await PrepareAsync(connection, current, wanted, cancellationToken);
    }

    private async Task<(ApplyReport Report, ChangePlan Plan)> PrepareAsync(
        RunConnection connection, SchemaSnapshot current, SchemaSnapshot wanted, CancellationToken cancellationToken)
    {
        var plan = ChangePlanner.Plan(current, wanted, connection.Client.Dialect);
        var losses = new List<DataLoss>();
        var empty = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var loss in plan.Losses)
        {
            if (loss.Table is not { } table || !await IsEmptyAsync(table))
            {
                losses.Add(loss);
            }
        }

        var report = new ApplyReport(options.Target.Client, options.Target.Database, SchemaDiffer.Compare(current, wanted))
        {
            Changes = [.. plan.Operations.Select(operation => operation.Describe().ReplaceLineEndings(" "))],
            Losses = losses,
        };
        return (report, plan);

        async Task<bool> IsEmptyAsync(Cairn.Schema.TableName table)
        {
            if (!empty.TryGetValue(table.ToString(), out var known))
            {
                var rows = await connection.QueryAsync($"SELECT 1 AS one FROM {connection.Client.Dialect.Quote(table)} LIMIT 1", [], cancellationToken);
                known = empty[table.ToString()] = rows.Count == 0;
            }

            return known;
        }
    }

    private static void RefuseLosses(ApplyReport report, bool allowDataLoss)
    {
        if (!allowDataLoss && report.Losses.Count > 0)
        {
            throw new CairnException(ErrorCodes.DataLossRefused, $"This would lose data: {string.Join("; ", report.Losses)}.")
            {
                Fix = "Look at it with --dry-run; --allow-data-loss does it all the same.",
                DatabaseState = "nothing was run",
            };
        }
    }
}
