using Cairn.Runtime.Data;

namespace Cairn.Runtime.Drills.Crashes;

/// <summary>
/// Starts the process whose run a story kills. The tool starts itself; a host gives its own, which starts a program that calls
/// <see cref="Execution.Migrator.LatestAsync"/> with the order's version on the order's copy: the rest is done there by the environment variable.
/// </summary>
public interface IDrillCrash
{
    /// <summary>Starts the process, and waits until it has ended.</summary>
    /// <param name="order">What it must do.</param>
    /// <param name="cancellationToken">Ends the process too.</param>
    Task<CrashedRun> RunAsync(CrashOrder order, CancellationToken cancellationToken);
}

/// <summary>The run that is to die.</summary>
/// <param name="Copy">The copy, to connect to.</param>
/// <param name="Version">Run everything pending up to this version.</param>
/// <param name="Variable">An environment variable of the process, which says where to die.</param>
/// <param name="Value">Its value. It has an effect only on the copy that it was made for.</param>
public sealed record CrashOrder(DatabaseTarget Copy, string Version, string Variable, string Value);

/// <summary>How the process ended.</summary>
/// <param name="WasKilled">Whether it was killed: exit code 137, or -1 on Windows.</param>
/// <param name="Output">What it said, where it ended by itself.</param>
public sealed record CrashedRun(bool WasKilled, string Output);
