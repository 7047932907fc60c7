namespace Cairn.Runtime.Data.Clients;

/// <summary>What a database's error means to a run, whichever driver reports it.</summary>
public enum DatabaseFailure
{
    /// <summary>Nothing that the run knows; the database's own message says it.</summary>
    Other,

    /// <summary>Nobody answers there.</summary>
    Unreachable,

    /// <summary>User or password is wrong, or may not log in.</summary>
    LoginRefused,

    /// <summary>There is no database of that name.</summary>
    DatabaseMissing,

    /// <summary>The connection was lost while in use.</summary>
    ConnectionLost,

    /// <summary>A right is missing.</summary>
    PermissionDenied,

    /// <summary>The database or its file can only be read.</summary>
    ReadOnly,

    /// <summary>A lock of the database was not had in time.</summary>
    LockTimeout,

    /// <summary>The statement took longer than allowed.</summary>
    StatementTimeout,

    /// <summary>The database chose this session to end a deadlock.</summary>
    Deadlock,

    /// <summary>The table, view or column is not there.</summary>
    ObjectMissing,

    /// <summary>The statement was cancelled.</summary>
    Cancelled,

    /// <summary>There is no room left: on a disk, in a tablespace, or within a quota.</summary>
    DiskFull,
}
