using Cairn.Runtime.Execution.Reports;

namespace Cairn.Runtime.Execution;

/// <summary>Is told what happens while it happens. Must not throw; is called from one thread at a time.</summary>
public interface IRunObserver
{
    /// <summary>A migration begins.</summary>
    void Started(MigrationOutcome migration);

    /// <summary>A migration ended, well or not.</summary>
    void Finished(MigrationOutcome migration);

    /// <summary>A statement was sent (or, in a dry run, written down).</summary>
    void Statement(string sql);

    /// <summary>A script's <c>db.Log</c>.</summary>
    void Log(string line);

    /// <summary>A script's progress: done so far, of how many (null where not known).</summary>
    void Progress(long done, long? total);

    /// <summary>Something that the user should know.</summary>
    void Warning(string message);

    /// <summary>Another run holds the lock.</summary>
    void WaitingForLock(string holder);
}

/// <summary>Tells nobody.</summary>
public class SilentObserver : IRunObserver
{
    /// <inheritdoc/>
    public virtual void Started(MigrationOutcome migration)
    {
    }

    /// <inheritdoc/>
    public virtual void Finished(MigrationOutcome migration)
    {
    }

    /// <inheritdoc/>
    public virtual void Statement(string sql)
    {
    }

    /// <inheritdoc/>
    public virtual void Log(string line)
    {
    }

    /// <inheritdoc/>
    public virtual void Progress(long done, long? total)
    {
    }

    /// <inheritdoc/>
    public virtual void Warning(string message)
    {
    }

    /// <inheritdoc/>
    public virtual void WaitingForLock(string holder)
    {
    }
}
