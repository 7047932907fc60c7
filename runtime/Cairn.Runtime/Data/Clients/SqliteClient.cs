using System.Data.Common;
using System.Globalization;
using System.Reflection;
using Cairn.Runtime.History;
using Cairn.Runtime.History.Locks;
using Cairn.Schema.Dialects;
using Cairn.Schema.Dialects.Sqlite;
using SqlKata.Compilers;

namespace Cairn.Runtime.Data.Clients;

/// <summary>SQLite through Microsoft.Data.Sqlite.</summary>
internal sealed class SqliteClient : DatabaseClient
{
    private static MethodInfo? interrupt;

    public override Client Client => Client.Sqlite;

    public override Dialect Dialect { get; } = new SqliteDialect();

    public override IReadOnlyList<string> FactoryNames => ["Microsoft.Data.Sqlite.SqliteFactory, Microsoft.Data.Sqlite"];

    public override string DriverPackage => "Microsoft.Data.Sqlite";

    public override bool TimesOutInProcess => true;

    internal override bool JoinsRows => true;

    internal override string JoinedSql(string column, char separator) => $"CAST(group_concat({column}, '{separator}') AS BLOB)";

    public override Compiler CreateCompiler() => new SqliteCompiler();

    public override DatabaseFailure Classify(Exception exception) => ErrorCode(exception) switch
    {
        3 or 23 => DatabaseFailure.PermissionDenied,
        5 or 6 => DatabaseFailure.LockTimeout,
        8 => DatabaseFailure.ReadOnly,
        9 => DatabaseFailure.Cancelled,
        13 => DatabaseFailure.DiskFull,
        14 or 26 => DatabaseFailure.Unreachable,
        1 when exception.Message.Contains("no such", StringComparison.Ordinal) => DatabaseFailure.ObjectMissing,
        _ => DatabaseFailure.Other,
    };

    public override Version ReadVersion(DbConnection connection) => Version.Parse(connection.ServerVersion);

    /// <summary>
    /// A run creates the file; a command that only reads must not, and sees an empty database where there is none. The pool is off since
    /// it hands PRAGMAs and temporary tables to the next user.
    /// </summary>
    public override string ConnectionString(DatabaseTarget target, bool readOnly)
    {
        var builder = new DbConnectionStringBuilder { ConnectionString = target.ConnectionString.Reveal() };
        builder["Pooling"] = "False";
        var source = FilePath(target);
        if (readOnly && source is not null)
        {
            if (File.Exists(source) || !Directory.Exists(Path.GetDirectoryName(source)))
            {
                builder["Mode"] = builder.TryGetValue("Mode", out var mode) && "ReadOnly".Equals(mode as string, StringComparison.OrdinalIgnoreCase)
                    ? "ReadOnly"
                    : "ReadWrite";
            }
            else
            {
                return "Data Source=:memory:;Pooling=False";
            }
        }

        return builder.ConnectionString;
    }

    /// <summary>The database's file, or null for one in memory.</summary>
    public static string? FilePath(DatabaseTarget target)
    {
        var builder = new DbConnectionStringBuilder { ConnectionString = target.ConnectionString.Reveal() };
        var source = builder.TryGetValue("Data Source", out var given) ? (string)given : builder.TryGetValue("DataSource", out given) ? (string)given : "";
        return SqliteFile.Of(source, builder.TryGetValue("Mode", out var mode) ? mode as string : null);
    }

    /// <summary>BEGIN IMMEDIATE is where a migration meets another writer; the driver waits there for the connection's own time-out, 30 s.</summary>
    public override void LimitBegin(DbConnection connection, SessionLimits limits) =>
        connection.GetType().GetProperty("DefaultTimeout")?.SetValue(connection, Seconds(limits.Lock));

    public override void Adjust(DbCommand command, SessionLimits limits)
    {
        // For this driver the time-out is how long it tries again while the database is locked.
        command.CommandTimeout = Seconds(limits.Lock);
        foreach (DbParameter parameter in command.Parameters)
        {
            parameter.Value = parameter.Value switch
            {
                ulong number when number > long.MaxValue => throw new CairnException(
                    ErrorCodes.ValueInvalid, $"SQLite has no number as large as {number}; the driver would store a negative one.")
                {
                    Fix = "Store it as text.",
                },
                DateTimeOffset moment => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
                Guid guid => guid.ToString(),
                var value => value,
            };
        }
    }

    /// <summary>The driver does everything on the caller's thread and ignores cancellation; SQLite's own interrupt works from any thread.</summary>
    public override void Interrupt(DbConnection connection)
    {
        var handle = connection.GetType().GetProperty("Handle")?.GetValue(connection);
        if (handle is not null)
        {
            interrupt ??= Type.GetType("SQLitePCL.raw, SQLitePCLRaw.core")?.GetMethod("sqlite3_interrupt");
            interrupt?.Invoke(null, [handle]);
        }
    }

    public override async Task<bool> ForeignKeysEnforcedAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA foreign_keys";
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture) != 0;
    }

    public override async Task EnforceForeignKeysAsync(DbConnection connection, bool enforce, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA foreign_keys = {(enforce ? "ON" : "OFF")}";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public override async Task<IReadOnlyDictionary<string, long>> ForeignKeyViolationsAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA foreign_key_check";
        var counts = new Dictionary<string, long>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var key = $"rows of {reader.GetString(0)} refer to rows of {reader.GetString(2)} that are not there";
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }

        return counts;
    }

    public override IReadOnlyList<string> ReadOnlyStatements => ["PRAGMA query_only = ON"];

    public override string MarkTransactionSql(string mark) => $"SAVEPOINT `{mark}`";

    public override bool MarkIsSavepoint => true;

    public override string StillInTransactionSql(string mark) => $"RELEASE `{mark}`";

    public override object Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture);

    internal override IRunLock CreateLock(DbConnection connection, DatabaseTarget target, string trackingTable) =>
        FilePath(target) is { } path ? new FileLock(path + "-cairn-lock") : new NoLock();

    private static int Seconds(TimeSpan time) => Math.Max(1, (int)Math.Ceiling(time.TotalSeconds));

    private static int ErrorCode(Exception exception) =>
        exception.GetType().GetProperty("SqliteErrorCode")?.GetValue(exception) as int? ?? 0;
}
