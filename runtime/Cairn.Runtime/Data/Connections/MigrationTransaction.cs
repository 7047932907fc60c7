using System.Data;
using System.Data.Common;

namespace Cairn.Runtime.Data.Connections;

/// <summary>The run's transaction as scripts see it: to be passed on to libraries, not to be ended.</summary>
internal sealed class MigrationTransaction(DbConnection connection, DbTransaction inner) : DbTransaction
{
    public override IsolationLevel IsolationLevel => inner.IsolationLevel;

    protected override DbConnection DbConnection => connection;

    public override void Commit() => throw TransactionGuard.Refuse("Commit");

    public override void Rollback() => throw TransactionGuard.Refuse("Rollback");

    protected override void Dispose(bool disposing)
    {
        // `using` of it must not end the run's transaction.
        base.Dispose(disposing);
    }
}
