using Cairn.Benchmarks.Measurements;

namespace Cairn.Benchmarks.Entrants;

/// <summary>Somebody who migrates a database: the tool, a peer, or the floor. It is on one stage for all runs of a row.</summary>
internal abstract class Entrant(string name)
{
    /// <summary>As the table calls it.</summary>
    public string Name => name;

    /// <summary>The table in which it records, quoted.</summary>
    public abstract string Table { get; }

    /// <summary>Why it cannot take part; null where it can.</summary>
    public virtual string? WhyNot(string engine, int applied, int total) => null;

    /// <summary>Writes its migrations, and makes a database in which the first of them count as applied.</summary>
    public abstract Task PrepareAsync(Stage stage);

    /// <summary>Makes the last migration pending again.</summary>
    public abstract Task UndoLastAsync(Stage stage);

    /// <summary>What must be so right before each run.</summary>
    public virtual void Ready(Stage stage)
    {
    }

    /// <summary>What is measured.</summary>
    public abstract ProcessCall Call(Stage stage);
}
