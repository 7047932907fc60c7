using Cairn.Runtime.Drills;
using Cairn.Runtime.Drills.Reports;
using Cairn.Runtime.Execution;
using Cairn.Runtime.Execution.Reports;

namespace Cairn.Runtime.Hosting;

/// <summary>An application's migrations: plans, runs and judges them. Results are returned and logged; nothing is ever written to a console.</summary>
/// <remarks>
/// It may be called at any time and by many at once: every call has connections of its own, and runs wait for each other by the lock in the database. Each call
/// throws a <see cref="CairnException"/> for what is found before anything runs; a failure while running is in <see cref="RunReport.Error"/>.
/// </remarks>
/// <example><code>
/// var report = await migrator.LatestAsync(new LatestRequest(), cancellationToken);
/// report.ThrowIfFailed();
/// </code></example>
public interface IMigrator
{
    /// <summary>What <see cref="LatestAsync"/> would do now: the migrations in order, each with its statements. Changes nothing.</summary>
    /// <exception cref="CairnException">Something is wrong with the migrations or the database.</exception>
    Task<RunReport> PlanAsync(LatestRequest request, CancellationToken cancellationToken);

    /// <summary>Applies every pending migration, in order.</summary>
    /// <exception cref="CairnException">Something is wrong before anything runs.</exception>
    Task<RunReport> LatestAsync(LatestRequest request, CancellationToken cancellationToken);

    /// <summary>Applies the next pending migrations, or a named one.</summary>
    /// <exception cref="CairnException">Something is wrong before anything runs.</exception>
    Task<RunReport> UpAsync(UpRequest request, CancellationToken cancellationToken);

    /// <summary>Rolls back the last applied migrations, or a named one.</summary>
    /// <exception cref="CairnException">Something is wrong before anything runs.</exception>
    Task<RunReport> DownAsync(DownRequest request, CancellationToken cancellationToken);

    /// <summary>Rolls back what the last run applied, or everything but Cairn's own.</summary>
    /// <exception cref="CairnException">Something is wrong before anything runs.</exception>
    Task<RunReport> RollbackAsync(RollbackRequest request, CancellationToken cancellationToken);

    /// <summary>Rehearses up, down and up again on a scratch copy. The database itself is only read; hooks are not called.</summary>
    /// <exception cref="CairnException">Something is wrong before anything is run, or no copy can be made (CAIRN5002, 5003, 5005).</exception>
    Task<DrillReport> DrillAsync(DrillRequest request, CancellationToken cancellationToken);

    /// <summary>What is outstanding: a few queries, and where nothing is pending no file is read. Made to be asked often.</summary>
    /// <exception cref="CairnException">Names are wrong, or the database or its tracking table cannot be read.</exception>
    Task<MigrationCheck> CheckAsync(CancellationToken cancellationToken);

    /// <summary>Every known migration and how it stands; reads the files of all applied ones. Changes nothing.</summary>
    /// <exception cref="CairnException">Names are wrong, or the database or its tracking table cannot be read.</exception>
    Task<StatusReport> StatusAsync(CancellationToken cancellationToken);

    /// <summary>The highest applied version; null where none is.</summary>
    /// <exception cref="CairnException">The database or its tracking table cannot be read.</exception>
    Task<string?> CurrentAsync(CancellationToken cancellationToken);

    /// <summary>Checks names, compiles everything and compares with what was applied. Changes nothing.</summary>
    /// <param name="checkPending">Also find pending migrations.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="CairnException">Names are wrong, or the database or its tracking table cannot be read.</exception>
    Task<ValidationReport> ValidateAsync(bool checkPending, CancellationToken cancellationToken);
}
