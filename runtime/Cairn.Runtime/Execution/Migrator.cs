using Cairn.Runtime.Execution.Reports;

namespace Cairn.Runtime.Execution;

/// <summary>Plans and runs migrations on one database. Every call opens its own connection and closes it.</summary>
/// <remarks>
/// Each call throws <see cref="CairnException"/> for what is found before anything runs; a failure while running is in the report.
/// </remarks>
/// <param name="options">The database, the migrations and the policies.</param>
public sealed class Migrator(MigratorOptions options)
{
    /// <summary>Applies every pending migration, in order.</summary>
    public Task<RunReport> LatestAsync(LatestRequest request, CancellationToken cancellationToken) => throw new NotSupportedException("not built yet");

    /// <summary>Applies the next pending migrations, or a named one.</summary>
    public Task<RunReport> UpAsync(UpRequest request, CancellationToken cancellationToken) => throw new NotSupportedException("not built yet");

    /// <summary>Rolls back the last applied migrations, or a named one.</summary>
    public Task<RunReport> DownAsync(DownRequest request, CancellationToken cancellationToken) => throw new NotSupportedException("not built yet");

    /// <summary>Rolls back what the last run applied, or everything custom.</summary>
    public Task<RunReport> RollbackAsync(RollbackRequest request, CancellationToken cancellationToken) => throw new NotSupportedException("not built yet");

    /// <summary>Rolls the last migrations back and applies them again.</summary>
    public Task<RunReport> RedoAsync(int steps, bool dryRun, CancellationToken cancellationToken) => throw new NotSupportedException("not built yet");

    /// <summary>Rolls everything custom back and applies it again.</summary>
    public Task<RunReport> ResetAsync(bool dryRun, CancellationToken cancellationToken) => throw new NotSupportedException("not built yet");

    /// <summary>Creates the tracking table and runs the built-in migrations only.</summary>
    public Task<RunReport> InstallAsync(bool dryRun, CancellationToken cancellationToken) => throw new NotSupportedException("not built yet");

    /// <summary>Records versions as applied, or as not, without running them.</summary>
    public Task<RunReport> MarkAsync(MarkRequest request, CancellationToken cancellationToken) => throw new NotSupportedException("not built yet");

    /// <summary>Every known migration and how it stands. Changes nothing, not even creating a tracking table.</summary>
    public Task<StatusReport> StatusAsync(CancellationToken cancellationToken) => throw new NotSupportedException("not built yet");

    /// <summary>The highest applied version, or null.</summary>
    public Task<string?> CurrentAsync(CancellationToken cancellationToken) => throw new NotSupportedException("not built yet");

    /// <summary>Checks names, compiles everything and compares with what was applied. Changes nothing.</summary>
    /// <param name="checkPending">Also find pending migrations.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<ValidationReport> ValidateAsync(bool checkPending, CancellationToken cancellationToken) => throw new NotSupportedException("not built yet");

    internal MigratorOptions Options { get; } = options;
}
