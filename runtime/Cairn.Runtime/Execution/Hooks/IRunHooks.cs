using Cairn.Runtime.Execution.Reports;
using Cairn.Runtime.Migrations;

namespace Cairn.Runtime.Execution.Hooks;

/// <summary>
/// What a host does around a run: flushing caches, telling users. All of it happens under the migration lock and outside every transaction; none of it where
/// there is nothing to run, in a dry run or in a drill. A hook that needs the database takes a connection of its own, and sees what is committed.
/// </summary>
public interface IRunHooks
{
    /// <summary>Before the first migration. Where it throws, nothing is run.</summary>
    Task BeforeAllAsync(HookedRun run, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Before each migration. Where it throws, that migration is not run, and the run ends.</summary>
    Task BeforeEachAsync(HookedMigration migration, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>
    /// After each migration that went well, once it is committed and recorded; where the whole run is one transaction, after its commit. Where it throws, what
    /// is committed stays, and the run ends.
    /// </summary>
    Task AfterEachAsync(HookedMigration migration, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>
    /// After the run, whatever became of it: whenever <see cref="BeforeAllAsync"/> was called, this is too. Its token is not cancelled with the run. Where it
    /// throws, that is the run's error, or a warning where the run has one already.
    /// </summary>
    Task AfterAllAsync(HookedRun run, CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>A run, as a hook sees it.</summary>
/// <param name="Migrations">What is to be run, in order.</param>
/// <param name="Services">The host's services; null where it has none.</param>
public sealed record HookedRun(IReadOnlyList<HookedMigration> Migrations, IServiceProvider? Services)
{
    /// <summary>What it came to; null before its end.</summary>
    public RunReport? Report { get; init; }
}

/// <summary>A migration of a run, as a hook sees it.</summary>
/// <param name="Migration">Which one; Cairn's own are among them.</param>
/// <param name="Direction">Which way.</param>
/// <param name="Services">The host's services; null where it has none.</param>
public sealed record HookedMigration(MigrationDescriptor Migration, Direction Direction, IServiceProvider? Services);
