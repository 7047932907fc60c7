using Cairn.Runtime.Drills.Reports;
using Cairn.Runtime.Migrations;

namespace Cairn.Runtime.Drills;

/// <summary>Is told what a drill does while it does it. Must not throw; is called from one thread at a time.</summary>
public interface IDrillObserver
{
    /// <summary>What happens meanwhile: the estimate, the copying, the cleaning up.</summary>
    void Note(string line);

    /// <summary>How far the copying is: done so far, of how many (null where not known).</summary>
    void Progress(string what, long done, long? total);

    /// <summary>Something that the user should know.</summary>
    void Warning(string message);

    /// <summary>A direction of a migration begins.</summary>
    void Started(MigrationDescriptor migration, string step);

    /// <summary>The drill of a migration ended.</summary>
    void Finished(MigrationDrill drill);

    /// <summary>A call of a script begins.</summary>
    void Started(string script, string call);

    /// <summary>A script ended.</summary>
    void Finished(ScriptDrill drill);

    /// <summary>A statement of a migration was sent to the copy.</summary>
    void Statement(string sql);

    /// <summary>A script's <c>db.Log</c>.</summary>
    void Log(string line);
}

/// <summary>Tells nobody.</summary>
public class SilentDrillObserver : IDrillObserver
{
    /// <inheritdoc/>
    public virtual void Note(string line)
    {
    }

    /// <inheritdoc/>
    public virtual void Progress(string what, long done, long? total)
    {
    }

    /// <inheritdoc/>
    public virtual void Warning(string message)
    {
    }

    /// <inheritdoc/>
    public virtual void Started(MigrationDescriptor migration, string step)
    {
    }

    /// <inheritdoc/>
    public virtual void Finished(MigrationDrill drill)
    {
    }

    /// <inheritdoc/>
    public virtual void Started(string script, string call)
    {
    }

    /// <inheritdoc/>
    public virtual void Finished(ScriptDrill drill)
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
}
