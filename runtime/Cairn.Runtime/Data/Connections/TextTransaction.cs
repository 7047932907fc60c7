using System.Data;
using System.Data.Common;

namespace Cairn.Runtime.Data.Connections;

/// <summary>
/// A transaction that statements begin and end, so that these can travel with others; the driver knows nothing of it, and commands are not given it.
/// The run's connection ends it.
/// </summary>
internal sealed class TextTransaction(DbConnection connection) : DbTransaction
{
    public override IsolationLevel IsolationLevel => IsolationLevel.RepeatableRead;

    protected override DbConnection DbConnection => connection;

    public override void Commit() => throw new NotSupportedException("The run's connection commits it.");

    public override void Rollback() => throw new NotSupportedException("The run's connection rolls it back.");
}
