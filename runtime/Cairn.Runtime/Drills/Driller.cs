using System.Diagnostics;
using Cairn.Runtime.Drills.Planning;
using Cairn.Runtime.Drills.Rehearsals;
using Cairn.Runtime.Drills.Reports;
using Cairn.Runtime.Drills.Scratch;
using Cairn.Runtime.Drills.Stories;
using Cairn.Runtime.Execution;
using Cairn.Runtime.History;
using Cairn.Runtime.Planning;

namespace Cairn.Runtime.Drills;

/// <summary>
/// Rehearses migrations on a scratch copy: up, down, up again, and compares structure and rows. The database itself is only read.
/// </summary>
/// <param name="options">The database, the migrations and the policies, as for a <see cref="Migrator"/>.</param>
/// <example><code>var report = await new Driller(options).RunAsync(new DrillRequest(), new SilentDrillObserver(), cancellationToken);</code></example>
public sealed class Driller(MigratorOptions options)
{
    /// <summary>Rehearses what was asked for. What goes wrong with a migration is in the report.</summary>
    /// <param name="request">What to rehearse.</param>
    /// <param name="observer">Is told what happens.</param>
    /// <param name="cancellationToken">Stops it; the copy is dropped all the same.</param>
    /// <exception cref="CairnException">Something is wrong before anything is run, or no copy can be made (CAIRN5002, 5003, 5005).</exception>
    public async Task<DrillReport> RunAsync(DrillRequest request, IDrillObserver observer, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var heard = new HeardObserver(observer);
        var report = new DrillReport(options.Target.Client, options.Target.Database)
        {
            StartedAt = DateTimeOffset.UtcNow,
            Copy = new ScratchCopy("none was needed", request.Data, TimeSpan.Zero),
        };
        var remembering = options with { Formats = [.. options.Formats.Select(format => new RememberedFormat(format))] };
        if (request.OnlyScripts)
        {
            return await TellAsync(report, remembering, request, clock, heard, cancellationToken);
        }

        var run = new MigrationRun(remembering);
        var plan = await PlanAsync(run, request, heard, cancellationToken);
        if (plan.IsEmpty)
        {
            return await TellAsync(report, remembering, request, clock, heard, cancellationToken);
        }

        var loaded = await run.Loader.LoadAsync(plan.RollBack.Select(step => step.Migration).Concat(plan.Steps.Select(step => step.Migration)), cancellationToken);
        var session = new DrillSession(remembering, request, plan, loaded, Scratch(request, heard), heard);
        CairnException? failure = null;
        try
        {
            await session.RunAsync(cancellationToken);
        }
        catch (CairnException error) when (session.Drills.Count > 0)
        {
            failure = error;
        }
        finally
        {
            failure = await EndAsync(session, heard) ?? failure;
        }

        report = report with { Copy = session.Copy ?? report.Copy, Migrations = session.Drills, Error = failure };
        return await TellAsync(report, remembering, request, clock, heard, cancellationToken);
    }

    /// <summary>The stories, and the end of the report.</summary>
    private async Task<DrillReport> TellAsync(
        DrillReport report, MigratorOptions remembering, DrillRequest request, Stopwatch clock, HeardObserver heard, CancellationToken cancellationToken)
    {
        var stories = new StoryRunner(remembering, request, Scratch(request, heard), heard);
        CairnException? failure = null;
        try
        {
            await stories.RunAsync(cancellationToken);
        }
        catch (CairnException error) when (stories.Drills.Count + report.Migrations.Count > 0)
        {
            failure = error;
        }

        return report with
        {
            Copy = report.Migrations.Count == 0 && stories.Copy is { } copy ? copy : report.Copy,
            Scripts = stories.Drills,
            Error = report.Error ?? failure,
            Warnings = heard.Warnings,
            Duration = clock.Elapsed,
        };
    }

    private static async Task<CairnException?> EndAsync(DrillSession session, HeardObserver observer)
    {
        try
        {
            await session.DisposeAsync();
            return null;
        }
        catch (CairnException error)
        {
            // Where something else went wrong too, that is told, and this is not to be lost.
            observer.Warning(error.Message);
            return error;
        }
    }

    private async Task<DrillPlan> PlanAsync(MigrationRun run, DrillRequest request, HeardObserver observer, CancellationToken cancellationToken)
    {
        var set = run.ReadSet();
        await using var reading = await run.OpenAsync(readOnly: true, cancellationToken);
        var standing = await run.StandAsync(set, reading, alwaysCheck: true, cancellationToken);
        var plan = DrillPlanner.Choose(standing, request, PlanPolicies.From(options));
        foreach (var warning in set.Warnings.Concat(plan.Warnings))
        {
            observer.Warning(warning);
        }

        return plan;
    }

    private ScratchRequest Scratch(DrillRequest request, IDrillObserver observer)
    {
        var tables = TrackingTables.From(options.Table);
        return new ScratchRequest(options.Target, request.Data, observer)
        {
            Given = request.Scratch,
            OwnTables = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
            {
                tables.Tracking.Name, tables.Log.Name, tables.Journal.Name, tables.Lock.Name, ScratchMark.Table,
            },
        };
    }
}
