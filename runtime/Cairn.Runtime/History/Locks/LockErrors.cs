using System.Data.Common;
using Cairn.Runtime.Data.Clients;
using Cairn.Runtime.Data.Connections;

namespace Cairn.Runtime.History.Locks;

/// <summary>Says what is wrong with the migration lock.</summary>
internal static class LockErrors
{
    /// <summary>The run's lease was taken by another run, or could not be renewed in time.</summary>
    /// <param name="cause">How the statement ended that was stopped for it.</param>
    public static CairnException Lost(Exception? cause = null) => new(
        ErrorCodes.LockLost, "This run has lost the migration lock: its lease was not renewed in time, or was taken away with migrate:unlock.", cause)
    {
        Fix = "Run again; the next run goes on where this one stopped.",
    };

    /// <summary>The owner lives, so its lock stays its own.</summary>
    public static CairnException Alive(LockOwner owner) => new(ErrorCodes.LockAlive, $"The migration lock is held by {owner}, which is alive.")
    {
        Fix = owner.Kind == LockKind.Lease
            ? "Wait for that run to end. If nobody is behind it any more, it is free when its lease expires, in half a minute; --force takes it away now."
            : "Wait for that run to end, or end it; --force ends its database session.",
        DatabaseState = "Nothing was changed.",
    };

    /// <summary>The operating system's lock of a living process.</summary>
    public static CairnException NotTakenAway(LockOwner owner) => new(
        ErrorCodes.LockAlive, $"The migration lock is held by {owner}, and a living process's lock on a file cannot be taken away.")
    {
        Fix = owner.ProcessId is { } process ? $"Wait for that run to end, or end process {process} on {owner.Host}." : "Wait for that run to end, or end its process.",
        DatabaseState = "Nothing was changed.",
    };

    /// <summary>The database's own word on the lock is no.</summary>
    public static CairnException Refused(RunConnection connection, string what, DbException exception, string state)
    {
        var failure = connection.Client.Classify(exception);
        var lost = failure is DatabaseFailure.ConnectionLost or DatabaseFailure.Unreachable;
        return new CairnException(lost ? ErrorCodes.ConnectionLost : ErrorCodes.StatementFailed, $"{connection.Target.Display} {what}: {exception.Message}", exception)
        {
            Fix = failure == DatabaseFailure.PermissionDenied
                ? "Give this user the right that the database names. Another user's session is ended by who may end others' sessions."
                : lost ? "Run the same command again when the database answers." : "Mend what the database says, and try again.",
            DatabaseState = state,
        };
    }
}
