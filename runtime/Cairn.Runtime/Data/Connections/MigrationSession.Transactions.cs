using System.Data.Common;
using Cairn.Schema.Operations;

namespace Cairn.Runtime.Data.Connections;

internal sealed partial class MigrationSession
{
    private int savepoints;

    /// <summary>The run's transaction as scripts see it.</summary>
    public DbTransaction? CurrentTransaction { get; private set; }

    /// <summary>Whether statements run inside a transaction.</summary>
    public bool InTransaction => CurrentTransaction is not null;

    /// <summary>Begins a transaction for <c>db.Transaction</c> in a migration that runs outside one; null where there is nothing to begin.</summary>
    public Func<Task>? BeginOwn { get; set; }

    /// <summary>Commits (true) or rolls back that transaction.</summary>
    public Func<bool, Task>? EndOwn { get; set; }

    /// <summary>Called before a statement that commits by itself, with the operation where it is one, where changes of rows wait in one transaction; null where none wait.</summary>
    public Func<SchemaOperation?, Task>? CommitRows { get; set; }

    /// <summary>Called before a statement that sets something of the session.</summary>
    public Action? SessionChanges { get; set; }

    /// <summary>Called when the run's transaction begins and ends.</summary>
    public void Join(DbTransaction? transaction) =>
        CurrentTransaction = transaction is null ? null : new MigrationTransaction(Connection, transaction);

    public string NextSavepoint() => $"cairn_nested_{++savepoints}";

    /// <summary>Forgets what was recorded and not yet run, when the nested transaction around it is undone.</summary>
    public void DropQueue()
    {
        lock (queue)
        {
            queue.Clear();
        }

        held.Clear();
    }
}
