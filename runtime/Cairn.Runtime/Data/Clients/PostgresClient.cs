using System.Data.Common;
using System.Net.Sockets;
using Cairn.Runtime.Data.Connections;
using Cairn.Runtime.Execution;
using Cairn.Runtime.History;
using Cairn.Runtime.History.Locks;
using Cairn.Schema.Dialects;
using Cairn.Schema.Dialects.Postgres;
using SqlKata.Compilers;

namespace Cairn.Runtime.Data.Clients;

/// <summary>PostgreSQL through Npgsql.</summary>
internal sealed class PostgresClient : DatabaseClient
{
    /// <summary>Whether the connection prepared here reaches the server's sessions through a pooler.</summary>
    private bool pooled;

    private bool checksClients;

    public override Client Client => Client.Postgres;

    public override Dialect Dialect { get; } = new PostgresDialect();

    public override IReadOnlyList<string> FactoryNames => ["Npgsql.NpgsqlFactory, Npgsql"];

    public override string DriverPackage => "Npgsql";

    internal override bool JoinsRows => true;

    internal override string JoinedSql(string column, char separator) => $"convert_to(string_agg({column}, '{separator}'), 'UTF8')";

    public override Compiler CreateCompiler() => new PostgresCompiler();

    public override DatabaseFailure Classify(Exception exception) => (exception as DbException)?.SqlState switch
    {
        "28P01" or "28000" => DatabaseFailure.LoginRefused,
        "3D000" => DatabaseFailure.DatabaseMissing,
        "42501" => DatabaseFailure.PermissionDenied,
        "25006" => DatabaseFailure.ReadOnly,
        "55P03" => DatabaseFailure.LockTimeout,
        "40P01" => DatabaseFailure.Deadlock,
        "53100" or "53400" => DatabaseFailure.DiskFull,
        "57014" when exception.Message.Contains("statement timeout", StringComparison.Ordinal) => DatabaseFailure.StatementTimeout,
        "57014" => DatabaseFailure.Cancelled,
        "42P01" or "42703" or "3F000" or "42704" => DatabaseFailure.ObjectMissing,
        "57P01" or "57P02" or "57P03" => DatabaseFailure.ConnectionLost,
        ['0', '8', ..] => DatabaseFailure.ConnectionLost,
        null when Causes.Of(exception).Any(cause => cause is SocketException) => DatabaseFailure.Unreachable,
        null when Causes.Of(exception).Any(cause => cause is IOException or TimeoutException) => DatabaseFailure.ConnectionLost,
        _ => DatabaseFailure.Other,
    };

    /// <summary>From <c>15.18 (Debian …)</c>.</summary>
    public override Version ReadVersion(DbConnection connection)
    {
        var text = connection.ServerVersion;
        var end = 0;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == '.'))
        {
            end++;
        }

        var digits = text[..end];
        return Version.TryParse(digits.Contains('.', StringComparison.Ordinal) ? digits : digits + ".0", out var version) ? version : new Version(0, 0);
    }

    public override string ConnectionString(DatabaseTarget target, bool readOnly)
    {
        var builder = new DbConnectionStringBuilder { ConnectionString = target.ConnectionString.Reveal() };
        builder["Pooling"] = "false";
        builder["Include Error Detail"] = "true";
        builder["Include Failed Batched Command"] = "true";
        TcpKeepAlive.ForPostgres(builder);
        if (LookOnly.IsOn)
        {
            // Npgsql would ask the server for its hundreds of types first, of which none is in Cairn's own tables; scripts may have any of them.
            builder["Server Compatibility Mode"] = ConnectionTexts.Find(builder, "ServerCompatibilityMode") ?? "NoTypeLoading";
            SystemRoots.LeaveOut(builder);
        }

        builder["Application Name"] = LockHolder.Here().ApplicationName;
        return builder.ConnectionString;
    }

    public override async Task PrepareAsync(DbConnection connection, SessionLimits limits, CancellationToken cancellationToken)
    {
        // A server that does not look whether its client still lives goes on with a statement, and its locks, after the run was killed.
        var check = ChecksClients(connection) ? ", set_config('client_connection_check_interval', '500ms', false)" : "";
        await using var command = connection.CreateCommand();
        command.CommandText =
            $"SELECT set_config('client_min_messages', 'warning', false), set_config('lock_timeout', '{Milliseconds(limits.Lock)}', false){check} "
            + $"WHERE {PostgresPooler.IsDirect(connection)}";
        pooled = await command.ExecuteScalarAsync(cancellationToken) is null;
        checksClients = ChecksClients(connection);
    }

    public override IReadOnlyList<string> LimitStatements(SessionLimits limits, bool inTransaction)
    {
        if (pooled && !inTransaction)
        {
            // It would stay in a session that is then somebody else's.
            return [];
        }

        var local = inTransaction ? "LOCAL " : "";
        return
        [
            .. pooled && checksClients ? ["SET LOCAL client_connection_check_interval = '500ms'"] : Array.Empty<string>(),
            $"SET {local}lock_timeout = '{Milliseconds(limits.Lock)}'",
            $"SET {local}statement_timeout = '{Milliseconds(limits.Statement ?? TimeSpan.Zero)}'",
        ];
    }

    public override void Adjust(DbCommand command, SessionLimits limits)
    {
        command.CommandTimeout = 0;
        foreach (DbParameter parameter in command.Parameters)
        {
            PostgresParameters.Adjust(parameter);
        }
    }

    public override IReadOnlyList<string> ReadOnlyStatements => [pooled ? "BEGIN READ ONLY" : "SET default_transaction_read_only = on"];

    public override string MarkTransactionSql(string mark) => $"SET LOCAL cairn.step = '{mark}'";

    /// <summary>A name without a dot is no setting that can be made up. What is volatile is worked out when it runs, not when it is planned.</summary>
    internal override string RequireTransactionSql(string mark) =>
        $"SELECT set_config(CASE WHEN current_setting('cairn.step', true) = '{mark}' THEN 'cairn.step' ELSE '{TransactionEnded}' END, '{mark}', true)";

    internal override bool JoinsTexts => true;

    /// <summary>Without that option, which an application's own connections may lack, a failure is not told of its statement but of the batch.</summary>
    internal override bool SendsBatches(DbConnection connection) => ConnectionTexts.IsTrue(connection.ConnectionString, "IncludeFailedBatchedCommand");

    internal override void Adjust(DbBatch batch)
    {
        batch.Timeout = 0;
        foreach (var command in batch.BatchCommands)
        {
            foreach (DbParameter parameter in command.Parameters)
            {
                PostgresParameters.Adjust(parameter);
            }
        }
    }

    public override string StillInTransactionSql(string mark) => $"SELECT 1 WHERE current_setting('cairn.step', true) = '{mark}'";

    public override object Moment(DateTimeOffset moment) => moment.UtcDateTime;

    internal override bool HasBulkLoad => true;

    internal override Task<long> BulkLoadAsync(DbConnection connection, BulkLoad load, CancellationToken cancellationToken) =>
        PostgresCopy.LoadAsync(connection, Dialect, load, cancellationToken);

    internal override IRunLock CreateLock(DbConnection connection, DatabaseTarget target, string trackingTable)
    {
        var lease = new PostgresLease(Dialect, trackingTable);
        var advisory = new PostgresAdvisoryLock(connection, trackingTable, lease);
        return pooled ? new LeaseLock(lease, connection, token => SecondConnection.OpenAsync(this, target, token), Classify, advisory) : advisory;
    }

    /// <summary>From version 14 on a server can look, while it works on a statement, whether its client is still there.</summary>
    private bool ChecksClients(DbConnection connection) => ReadVersion(connection).Major >= 14;

    private static string Milliseconds(TimeSpan time) => $"{(long)time.TotalMilliseconds}ms";
}
