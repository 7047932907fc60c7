using Cairn.Runtime.Adoptions;
using Cairn.Runtime.Execution.Reports;
using Cairn.Runtime.History.Locks;
using Cairn.Runtime.Planning;

namespace Cairn.Runtime.Execution;

/// <summary>Plans and runs migrations on one database. Every call opens its own connection and closes it.</summary>
/// <remarks>
/// Each call throws <see cref="CairnException"/> for what is found before anything runs; a failure while running is in the report.
/// </remarks>
/// <param name="options">The database, the migrations and the policies.</param>
public sealed class Migrator(MigratorOptions options)
{
    private readonly PlanPolicies policies = PlanPolicies.From(options);

    /// <summary>Applies every pending migration, in order.</summary>
    /// <exception cref="CairnException">Something is wrong before anything runs.</exception>
    public Task<RunReport> LatestAsync(LatestRequest request, CancellationToken cancellationToken) => Run(
        standing => Planner.Latest(standing, policies, request.To, request.Phase),
        new RunMode(request.DryRun, request.SingleTransaction) { Answer = request.Resume, NeedsPhases = request.Phase is not null, GoesUp = true, EndsUpToDate = request.To is null },
        cancellationToken);

    /// <summary>Applies the next pending migrations, or a named one.</summary>
    /// <exception cref="CairnException">Something is wrong before anything runs.</exception>
    public Task<RunReport> UpAsync(UpRequest request, CancellationToken cancellationToken) => Run(
        standing => Planner.Up(standing, policies, request.Version, request.Steps), new RunMode(request.DryRun) { Answer = request.Resume, GoesUp = true }, cancellationToken);

    /// <summary>Rolls back the last applied migrations, or a named one.</summary>
    /// <exception cref="CairnException">Something is wrong before anything runs.</exception>
    public Task<RunReport> DownAsync(DownRequest request, CancellationToken cancellationToken) => Run(
        standing => Planner.Down(standing, request, policies),
        new RunMode(request.DryRun, Force: request.Force, ChecksFiles: true) { Answer = request.Resume },
        cancellationToken);

    /// <summary>Rolls back what the last run applied, or everything custom.</summary>
    /// <exception cref="CairnException">Something is wrong before anything runs.</exception>
    public Task<RunReport> RollbackAsync(RollbackRequest request, CancellationToken cancellationToken) => Run(
        standing => Planner.Rollback(standing, request.All, policies, request.Force), new RunMode(request.DryRun, Force: request.Force, ChecksFiles: true), cancellationToken);

    /// <summary>Rolls the last migrations back and applies them again.</summary>
    /// <exception cref="CairnException">Something is wrong before anything runs.</exception>
    public Task<RunReport> RedoAsync(int steps, bool dryRun, CancellationToken cancellationToken) => Run(
        standing => Planner.Redo(standing, steps, policies), new RunMode(dryRun, ChecksFiles: true), cancellationToken);

    /// <summary>Rolls everything custom back and applies it again.</summary>
    /// <exception cref="CairnException">Something is wrong before anything runs.</exception>
    public Task<RunReport> ResetAsync(bool dryRun, CancellationToken cancellationToken) => Run(
        standing => Planner.Reset(standing, policies), new RunMode(dryRun, ChecksFiles: true), cancellationToken);

    /// <summary>Creates the tracking table and runs the built-in migrations only.</summary>
    /// <exception cref="CairnException">Something is wrong before anything runs.</exception>
    public Task<RunReport> InstallAsync(bool dryRun, CancellationToken cancellationToken) => Run(
        Planner.Install, new RunMode(dryRun) { EndsUpToDate = true }, cancellationToken);

    /// <summary>Records versions as applied, or as not, without running them.</summary>
    /// <exception cref="CairnException">The version is not known, or stands so already.</exception>
    public Task<RunReport> MarkAsync(MarkRequest request, CancellationToken cancellationToken) =>
        new Marker(new MigrationRun(options), options).MarkAsync(request, cancellationToken);

    /// <summary>Records as applied what another tool's table says is applied, without running it. The other tool's table is only read.</summary>
    /// <exception cref="CairnException">The table is not there, is not as the tool makes it, or says what cannot be adopted; nothing is recorded then.</exception>
    public Task<AdoptReport> AdoptAsync(AdoptRequest request, CancellationToken cancellationToken) =>
        new Adopter(new MigrationRun(options), options, request).AdoptAsync(cancellationToken);

    /// <summary>Takes back what a half run migration did outside a transaction, as far as every step of it has an inverse.</summary>
    /// <exception cref="CairnException">A step has none (CAIRN4008); nothing is changed then.</exception>
    public Task<RunReport> UndoFailedAsync(CancellationToken cancellationToken) => LookOnly.IsOn
        ? throw new MoreToDoException()
        : new FailedRunUndo(new MigrationRun(options), options).RunAsync(cancellationToken);

    /// <summary>Every known migration and how it stands. Changes nothing, not even creating a tracking table.</summary>
    /// <exception cref="CairnException">Names are wrong, or the database or its tracking table cannot be read.</exception>
    public async Task<StatusReport> StatusAsync(CancellationToken cancellationToken)
    {
        var run = new MigrationRun(options);
        var set = run.ReadSet();
        await using var connection = await run.OpenAsync(readOnly: true, cancellationToken);
        return Report(await run.StandAsync(set, connection, alwaysCheck: true, cancellationToken));
    }

    /// <summary>As <see cref="StatusAsync"/>, but no file is read where nothing is pending: what changed is then found only where the policy is to refuse it.</summary>
    /// <exception cref="CairnException">Names are wrong, or the database or its tracking table cannot be read.</exception>
    public async Task<StatusReport> GlanceAsync(CancellationToken cancellationToken)
    {
        var run = new MigrationRun(options);
        var set = run.ReadSet();
        await using var connection = await run.OpenAsync(readOnly: true, cancellationToken);
        return Report(await run.StandAsync(set, connection, alwaysCheck: false, cancellationToken));
    }

    /// <summary>The highest applied version, or null.</summary>
    /// <exception cref="CairnException">The database or its tracking table cannot be read.</exception>
    public async Task<string?> CurrentAsync(CancellationToken cancellationToken)
    {
        var run = new MigrationRun(options);
        await using var connection = await run.OpenAsync(readOnly: true, cancellationToken);
        var standing = await run.StandAsync(run.ReadSet(), connection, alwaysCheck: false, cancellationToken);
        return (standing.NewestApplied ?? standing.History.Applied.Select(row => row.Version).Max(options.Naming.Order))?.Text;
    }

    /// <summary>Checks names, compiles everything and compares with what was applied. Changes nothing.</summary>
    /// <param name="checkPending">Also find pending migrations.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="CairnException">Names are wrong, or the database or its tracking table cannot be read.</exception>
    public Task<ValidationReport> ValidateAsync(bool checkPending, CancellationToken cancellationToken) =>
        new Validation(new MigrationRun(options), options).RunAsync(checkPending, cancellationToken);

    /// <summary>Who holds the migration lock; null where nobody does.</summary>
    /// <exception cref="CairnException">The database cannot be read.</exception>
    public Task<LockOwner?> LockOwnerAsync(CancellationToken cancellationToken) => new Unlocking(new MigrationRun(options), options).FindOwnerAsync(cancellationToken);

    /// <summary>Frees a migration lock that its owner left behind.</summary>
    /// <param name="owner">As <see cref="LockOwnerAsync"/> found it; a lock that is by now another's stays.</param>
    /// <param name="force">Also take it away from an owner that lives.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>False where it could not be freed.</returns>
    /// <exception cref="CairnException">The owner lives (CAIRN4011), or the database refuses.</exception>
    public Task<bool> FreeLockAsync(LockOwner owner, bool force, CancellationToken cancellationToken) =>
        new Unlocking(new MigrationRun(options), options).FreeAsync(owner, force, cancellationToken);

    internal StatusReport Report(Standing standing) => new(
        options.Target.Client, options.Target.Database, StatusBuilder.Build(standing), standing.Set.Warnings);

    private Task<RunReport> Run(Func<Standing, Plan> decide, RunMode mode, CancellationToken cancellationToken) =>
        new MigrationRun(options).RunAsync(decide, mode, cancellationToken);
}
