using System.Data.Common;
using System.Globalization;
using Cairn.Runtime.History;
using Cairn.Runtime.History.Locks;
using SqlKata.Compilers;

namespace Cairn.Runtime.Data.Clients;

/// <summary>What MySQL and MariaDB have in common, through whichever of their two drivers is there.</summary>
internal abstract class MySqlFamilyClient : DatabaseClient
{
    /// <summary>Whether the connection prepared here is to one of several servers that all take writes.</summary>
    private bool clustered;

    public override IReadOnlyList<string> FactoryNames =>
        ["MySqlConnector.MySqlConnectorFactory, MySqlConnector", "MySql.Data.MySqlClient.MySqlClientFactory, MySql.Data"];

    public override string DriverPackage => "MySqlConnector";

    /// <summary>The statement that sets how long a statement may take; null where the server has no such setting for all of them.</summary>
    protected abstract string? StatementLimit(TimeSpan? longest);

    public override Compiler CreateCompiler() => new MySqlCompiler();

    public override DatabaseFailure Classify(Exception exception) => MySqlErrors.Classify(exception);

    /// <summary>From <c>10.11.19-MariaDB-…</c>, <c>5.5.5-10.11.6-MariaDB</c> (MariaDB to old clients) or <c>9.7.0</c>.</summary>
    public override Version ReadVersion(DbConnection connection) => MySqlFlavour.ParseVersion(connection.ServerVersion);

    /// <summary>
    /// No pool: a pooled connection keeps its GET_LOCK and its settings. User variables: a name after an @ in a script may be one. The
    /// password is kept in the open connection, since a statement is stopped from a second one; nothing prints it.
    /// </summary>
    public override string ConnectionString(DatabaseTarget target, bool readOnly)
    {
        var builder = new DbConnectionStringBuilder { ConnectionString = target.ConnectionString.Reveal() };
        builder["Pooling"] = "False";
        builder["Allow User Variables"] = "True";
        builder["Persist Security Info"] = "True";
        return builder.ConnectionString;
    }

    public override async Task PrepareAsync(DbConnection connection, SessionLimits limits, CancellationToken cancellationToken)
    {
        await MySqlFlavour.CheckAsync(connection, Client, cancellationToken);
        await MySqlTimestamps.UseExplicitDefaultsAsync(connection, cancellationToken);
        await using var command = connection.CreateCommand();

        // Literals are written for servers on which a backslash escapes, and MySql.Data's parameters are too.
        command.CommandText = "SET SESSION time_zone = '+00:00', "
            + "sql_mode = TRIM(BOTH ',' FROM REPLACE(CONCAT(',', @@SESSION.sql_mode, ','), ',NO_BACKSLASH_ESCAPES,', ',')); "
            + LockLimit(limits);
        await command.ExecuteNonQueryAsync(cancellationToken);
        clustered = MySqlCluster.HasSeveralWriters(await MySqlCluster.ReadAsync(connection, cancellationToken));
    }

    public override IReadOnlyList<string> LimitStatements(SessionLimits limits, bool inTransaction) =>
        StatementLimit(limits.Statement) is { } statement ? [LockLimit(limits), statement] : [LockLimit(limits)];

    /// <summary>No time-out of the driver's: MySql.Data closes the connection over one, and the lock is lost with it.</summary>
    public override void Adjust(DbCommand command, SessionLimits limits)
    {
        command.CommandTimeout = 0;
        var driver = MySqlDriver.Of(command);
        foreach (DbParameter parameter in command.Parameters)
        {
            driver.Adjust(parameter);
        }
    }

    /// <summary>Neither driver can stop a statement on its own connection; both servers can from another one.</summary>
    public override void Interrupt(DbConnection connection) => MySqlInterrupt.Stop(connection);

    /// <summary>MySql.Data fails in itself when it is told, and MySqlConnector would stop the statement a second time.</summary>
    public override bool CancelsByInterrupt => true;

    public override IReadOnlyList<string> ReadOnlyStatements => ["SET SESSION TRANSACTION READ ONLY"];

    /// <summary>
    /// A change of the schema commits here, and a savepoint is gone with it, so nothing can tell whether the transaction that was begun is still
    /// the same. The mark is a variable of the session: it tells a session that is not the one the migration began on, and nothing more.
    /// </summary>
    public override string MarkTransactionSql(string mark) => $"SET @cairn_step = '{mark}'";

    public override string StillInTransactionSql(string mark) => $"SELECT 1 FROM DUAL WHERE @cairn_step = '{mark}'";

    internal override bool JoinsTexts => true;

    /// <summary>What MySql.Data sends by itself, each in a round trip of its own.</summary>
    internal override IReadOnlyList<string> BeginStatements => ["SET TRANSACTION ISOLATION LEVEL REPEATABLE READ", "START TRANSACTION"];

    public override object Moment(DateTimeOffset moment) => moment.UtcDateTime;

    internal override IRunLock CreateLock(DbConnection connection, DatabaseTarget target, string trackingTable)
    {
        var name = MySqlNamedLock.NameOf(connection.Database, trackingTable);
        var row = new MySqlLease(Dialect, trackingTable, name);
        var named = new MySqlNamedLock(connection, name, row, Classify);
        return clustered ? new LeaseLock(row, connection, token => SecondConnection.OpenAsync(this, target, token), Classify, named) : named;
    }

    protected static string Seconds(TimeSpan time) => Math.Max(1, (long)Math.Ceiling(time.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    /// <summary>Both count in whole seconds, and zero would be refused; the servers' own defaults are a year and 50 seconds.</summary>
    private static string LockLimit(SessionLimits limits) =>
        $"SET SESSION lock_wait_timeout = {Seconds(limits.Lock)}, innodb_lock_wait_timeout = {Seconds(limits.Lock)}";
}
