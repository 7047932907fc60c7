using System.Data.Common;
using Cairn.Runtime.Data.Clients;
using Cairn.Runtime.Data.Connections;

namespace Cairn.Runtime.Execution.Steps;

/// <summary>Says what went wrong in a migration: code, file and line, statement, and the database's own message.</summary>
internal static class StepErrors
{
    private const string LostFix = "Run the same command again when the database answers; what was committed is recorded.";

    public static CairnException Describe(
        RunConnection connection, StepBody body, StatementFailure? failure, Exception exception, string databaseState, CancellationToken cancellationToken)
    {
        var display = connection.Target.Display;
        var cause = Unwrap(exception);
        var known = cause as CairnException;
        var (code, fix) = Classify(connection, cause, cancellationToken);
        var at = body.Migration.Locate?.Invoke(exception)
            ?? (failure?.Origin is { } origin ? body.Migration.LocateOrigin?.Invoke(origin) : null);
        var failedHere = failure is not null && (ReferenceEquals(failure.Exception, cause) || ReferenceEquals(Unwrap(failure.Exception), cause));
        var message = Message(body, failedHere ? failure : null, cause, code);
        return new CairnException(code, code == ErrorCodes.ReadOnlyDatabase ? $"{message} ({display})" : message, exception)
        {
            File = known?.File ?? at?.File ?? body.Migration.Descriptor.Path,
            Line = known?.Line ?? at?.Line,
            Column = known?.Column,
            Sql = failedHere ? failure!.Sql : null,
            DatabaseState = databaseState,
            Fix = known?.Fix ?? fix,
        };
    }

    /// <summary>
    /// What a failed commit leaves. Only where the connection went with it is that not known; a commit that the database refused (a constraint that
    /// is looked at last, a full disk) has been rolled back.
    /// </summary>
    /// <param name="connection">Where it was tried, after the rollback.</param>
    /// <param name="exception">How it failed.</param>
    /// <param name="what">What was to be committed: a version, or the run.</param>
    /// <returns>Null where it was rolled back.</returns>
    public static string? AfterCommit(RunConnection connection, Exception exception, string what) =>
        IsLost(connection, exception)
            ? $"The connection was lost during the commit of {what}: it is either wholly applied and recorded, or not at all. The next run finds out by itself."
            : null;

    /// <summary>Whether the connection went with it, so that nobody knows how what was sent ended.</summary>
    public static bool IsLost(RunConnection connection, Exception exception) => Unwrap(exception) is not CairnException
        && (connection.Inner.State != System.Data.ConnectionState.Open
            || connection.Client.Classify(Unwrap(exception)) is DatabaseFailure.ConnectionLost or DatabaseFailure.Unreachable);

    /// <summary>What is no single migration's: begin and commit of a run that is one transaction.</summary>
    public static CairnException DescribeOfRun(RunConnection connection, Exception exception, string what, string? databaseState = null)
    {
        var (code, fix) = Classify(connection, Unwrap(exception), CancellationToken.None);
        return new CairnException(code == ErrorCodes.ScriptThrew ? ErrorCodes.StatementFailed : code, $"{what}: {exception.Message}", exception) { Fix = fix, DatabaseState = databaseState };
    }

    /// <summary>What reached the runner may be wrapped by the session or by tasks that were waited for together.</summary>
    public static Exception Unwrap(Exception exception) => exception switch
    {
        CairnException { Code: ErrorCodes.StatementFailed, InnerException: { } inner } => Unwrap(inner),
        AggregateException { InnerExceptions: [var single] } => Unwrap(single),
        System.Reflection.TargetInvocationException { InnerException: { } inner } => Unwrap(inner),
        _ => exception,
    };

    private static string Message(StepBody body, StatementFailure? failure, Exception cause, string code)
    {
        var name = body.Title;
        return code == ErrorCodes.Cancelled
            ? $"{name} was cancelled."
            : code == ErrorCodes.ScriptThrew
                ? $"{name} threw {cause.GetType().Name}: {cause.Message}"
                : failure?.Operation is { } operation
                    ? $"{name} failed at \"{operation}\": {cause.Message}"
                    : $"{name} failed: {cause.Message}";
    }

    private static (string Code, string Fix) Classify(RunConnection connection, Exception cause, CancellationToken cancellationToken)
    {
        if (cause is CairnException known)
        {
            return (known.Code, known.Fix ?? "Correct the migration and run again.");
        }

        if (cause is OperationCanceledException && cancellationToken.IsCancellationRequested)
        {
            return (ErrorCodes.Cancelled, "Run the same command again to go on.");
        }

        if (cause is (InvalidOperationException or IOException) && connection.Inner.State != System.Data.ConnectionState.Open)
        {
            // Of a connection that is gone a driver tells once; whoever uses it afterwards does something invalid.
            return (ErrorCodes.ConnectionLost, LostFix);
        }

        if (cause is not DbException)
        {
            return (ErrorCodes.ScriptThrew, "Correct the migration and run again; --verbose shows the stack trace.");
        }

        return connection.Client.Classify(cause) switch
        {
            DatabaseFailure.ConnectionLost or DatabaseFailure.Unreachable =>
                (ErrorCodes.ConnectionLost, LostFix),
            DatabaseFailure.StatementTimeout =>
                (ErrorCodes.StatementTimeout, "Raise [Timeout(\"…\")] or --statement-timeout, or do the work in smaller steps (db.Batch)."),
            DatabaseFailure.LockTimeout =>
                (ErrorCodes.DatabaseLockTimeout, "Another session holds the lock: run again when it has ended, or raise [LockTimeout(\"…\")]."),
            DatabaseFailure.Deadlock =>
                (ErrorCodes.DatabaseLockTimeout, "Another session and this one waited for each other, and the database ended this one: run again when that session has ended."),
            DatabaseFailure.DiskFull => (ErrorCodes.DiskFull, "Make room where the database keeps its files (or raise the limit that the message names), and run again."),
            DatabaseFailure.ReadOnly => (ErrorCodes.ReadOnlyDatabase, "Give this account the right to write to the database (or its file and folder)."),
            DatabaseFailure.PermissionDenied => (ErrorCodes.StatementFailed, "Give this user the right that the database names, or run as another user."),
            DatabaseFailure.Cancelled when cancellationToken.IsCancellationRequested => (ErrorCodes.Cancelled, "Run the same command again to go on."),
            _ => (ErrorCodes.StatementFailed, "Correct the migration and run again."),
        };
    }
}
