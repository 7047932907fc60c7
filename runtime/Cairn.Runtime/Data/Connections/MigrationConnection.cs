using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace Cairn.Runtime.Data.Connections;

/// <summary>
/// The run's connection as scripts and libraries see it: commands made from it run the queued schema operations first, join the run's
/// transaction by themselves, and go where the run's sink sends them. Opening and closing it does nothing: the run owns it.
/// </summary>
internal sealed class MigrationConnection(MigrationSession session, DbConnection inner, bool flushFirst) : DbConnection
{
    public MigrationSession Session => session;

    public DbConnection Inner => inner;

    /// <summary>Whether queued schema operations run before a command of this connection does.</summary>
    public bool FlushFirst => flushFirst;

    [AllowNull]
    public override string ConnectionString
    {
        get => "";
        set => throw new InvalidOperationException("The run's connection belongs to the run.");
    }

    public override string Database => inner.Database;

    public override string DataSource => inner.DataSource;

    public override string ServerVersion => inner.ServerVersion;

    public override ConnectionState State => inner.State;

    public override void Open()
    {
    }

    public override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Close()
    {
    }

    public override void ChangeDatabase(string databaseName) =>
        throw new InvalidOperationException("A migration stays on the database of its run.");

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => throw TransactionGuard.Refuse("BeginTransaction");

    protected override DbCommand CreateDbCommand() => new MigrationCommand(this, inner.CreateCommand());

    protected override void Dispose(bool disposing)
    {
        // A script may write `using var connection = db.Connection`; the run goes on with it, so only the wrapper's own part goes.
        base.Dispose(disposing);
    }
}
