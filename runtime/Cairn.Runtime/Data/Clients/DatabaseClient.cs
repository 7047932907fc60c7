using System.Data.Common;
using Cairn.Runtime.History;
using Cairn.Schema.Dialects;
using SqlKata.Compilers;

namespace Cairn.Runtime.Data.Clients;

/// <summary>
/// One database system as a run needs it: its driver by name, its dialect, its session and its errors. What a statement says is the
/// dialect's matter; this is about how a connection behaves.
/// </summary>
public abstract class DatabaseClient
{
    /// <summary>The database system.</summary>
    public abstract Client Client { get; }

    /// <summary>Its dialect.</summary>
    public abstract Dialect Dialect { get; }

    /// <summary>Type names of the driver's factories, the preferred one first: <c>Npgsql.NpgsqlFactory, Npgsql</c>.</summary>
    public abstract IReadOnlyList<string> FactoryNames { get; }

    /// <summary>The NuGet package that <c>CAIRN8001</c> names.</summary>
    public abstract string DriverPackage { get; }

    /// <summary>A SqlKata compiler for it.</summary>
    public abstract Compiler CreateCompiler();

    /// <summary>What an error of the driver means.</summary>
    public abstract DatabaseFailure Classify(Exception exception);

    /// <summary>The server's version.</summary>
    public abstract Version ReadVersion(DbConnection connection);

    /// <summary>The connection string to use for a run, or for commands that only read and must leave nothing behind.</summary>
    public virtual string ConnectionString(DatabaseTarget target, bool readOnly) => target.ConnectionString.Reveal();

    /// <summary>Prepares a new session.</summary>
    public virtual Task PrepareAsync(DbConnection connection, SessionLimits limits, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Statements that set the limits of one migration, sent first inside its transaction (or before it, without one).</summary>
    public virtual IReadOnlyList<string> LimitStatements(SessionLimits limits, bool inTransaction) => [];

    /// <summary>Sets how long the driver itself waits for a lock when it begins a transaction, where it has a limit of its own for that.</summary>
    public virtual void LimitBegin(DbConnection connection, SessionLimits limits)
    {
    }

    /// <summary>Sets a driver's quirks right on a command before it is sent.</summary>
    public virtual void Adjust(DbCommand command, SessionLimits limits)
    {
    }

    /// <summary>Whether the statement time-out is kept by interrupting the statement from here, since the database has none.</summary>
    public virtual bool TimesOutInProcess => false;

    /// <summary>Stops the statement in flight where the driver does not do it on cancellation.</summary>
    public virtual void Interrupt(DbConnection connection)
    {
    }

    /// <summary>Whether <see cref="Interrupt"/> alone stops a statement: the driver is not told of the cancellation, which it would handle ill.</summary>
    public virtual bool CancelsByInterrupt => false;

    /// <summary>Whether foreign keys are enforced now; always true where a session cannot switch that.</summary>
    public virtual Task<bool> ForeignKeysEnforcedAsync(DbConnection connection, CancellationToken cancellationToken) => Task.FromResult(true);

    /// <summary>Switches the enforcement of foreign keys, outside a transaction.</summary>
    public virtual Task EnforceForeignKeysAsync(DbConnection connection, bool enforce, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>How many rows refer to nothing, by foreign key; asked only where enforcement was off.</summary>
    public virtual Task<IReadOnlyDictionary<string, long>> ForeignKeyViolationsAsync(DbConnection connection, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, long>>(new Dictionary<string, long>());

    /// <summary>Statements that keep a session from changing anything, for a dry run.</summary>
    public virtual IReadOnlyList<string> ReadOnlyStatements => [];

    /// <summary>Marks the transaction just begun, so that <see cref="StillInTransactionSql"/> can tell whether a script ended it.</summary>
    public abstract string MarkTransactionSql(string mark);

    /// <summary>Whether the mark is a savepoint, so that asking after it fails when it is gone and gives no rows when it is there.</summary>
    public virtual bool MarkIsSavepoint => false;

    /// <summary>Fails, or gives no row, when the transaction marked so is no longer open.</summary>
    public abstract string StillInTransactionSql(string mark);

    /// <summary>
    /// A statement that fails when the transaction marked so is no longer open, with <see cref="TransactionEnded"/> in its message; null where
    /// there is none that can go together with others.
    /// </summary>
    internal virtual string? RequireTransactionSql(string mark) => null;

    /// <summary>The word in the error of that statement.</summary>
    internal const string TransactionEnded = "cairn_transaction_ended";

    /// <summary>What begins a transaction where that travels with the first statement of it; empty where the driver begins it.</summary>
    internal virtual IReadOnlyList<string> BeginStatements => [];

    /// <summary>Whether a text of several statements, separated by semicolons, costs one round trip.</summary>
    internal virtual bool JoinsTexts => false;

    /// <summary>Whether the driver sends a <see cref="DbBatch"/> in one round trip on this connection, and says which of its statements failed.</summary>
    internal virtual bool SendsBatches(DbConnection connection) => false;

    /// <summary>The same as for a command.</summary>
    internal virtual void Adjust(DbBatch batch)
    {
    }

    /// <summary>A moment as the tracking table takes it.</summary>
    public abstract object Moment(DateTimeOffset moment);

    /// <summary>Whether there is an aggregate that makes one text, of any length, of a column.</summary>
    internal virtual bool JoinsRows => false;

    /// <summary>That aggregate, giving UTF-8.</summary>
    /// <param name="column">The column, quoted.</param>
    /// <param name="separator">What stands between two rows.</param>
    internal virtual string JoinedSql(string column, char separator) => throw new NotSupportedException($"{Client} has no joined rows.");

    /// <summary>Whether the driver has a faster way to load rows than INSERT.</summary>
    internal virtual bool HasBulkLoad => false;

    /// <summary>Loads rows that way.</summary>
    internal virtual Task<long> BulkLoadAsync(DbConnection connection, BulkLoad load, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"{Client} has no bulk load.");

    /// <summary>The lock that keeps runs on one tracking table apart.</summary>
    internal abstract IRunLock CreateLock(DbConnection connection, DatabaseTarget target, string trackingTable);
}

/// <summary>How long statements may take and wait.</summary>
/// <param name="Statement">The longest one may take; null for no limit.</param>
/// <param name="Lock">The longest one may wait for a lock.</param>
public sealed record SessionLimits(TimeSpan? Statement, TimeSpan Lock);
