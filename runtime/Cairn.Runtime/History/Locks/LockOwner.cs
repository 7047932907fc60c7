using System.Globalization;

namespace Cairn.Runtime.History.Locks;

/// <summary>What kind of lock keeps runs apart.</summary>
public enum LockKind
{
    /// <summary>A lock of a database session; it ends with the session.</summary>
    Session,

    /// <summary>A row with an expiry, renewed by its owner.</summary>
    Lease,

    /// <summary>A lock of the operating system on a file; it ends with the process.</summary>
    File,
}

/// <summary>Who holds the migration lock.</summary>
/// <param name="Kind">What kind of lock it is.</param>
/// <param name="Host">The owner's machine; null where it is not known.</param>
/// <param name="ProcessId">The owner's process there.</param>
/// <param name="User">The owner's account; for a session of PostgreSQL, the user of the database.</param>
/// <param name="Since">Since when (UTC); for a session of PostgreSQL, since when that exists.</param>
public sealed record LockOwner(LockKind Kind, string? Host, int? ProcessId, string? User, DateTimeOffset? Since)
{
    /// <summary>The number of the database's session, where the lock is one's.</summary>
    public long? Session { get; init; }

    /// <summary>Whether it is known that nobody is behind it any more. A lock of a session or a file that is held has a living owner.</summary>
    public bool IsDead { get; init; }

    /// <summary>The lease's own mark.</summary>
    internal string? Token { get; init; }

    /// <summary>As <c>process 17 of app on web1 since 2026-03-01 10:00:00 UTC (database session 4711)</c>.</summary>
    public override string ToString()
    {
        var who = ProcessId is { } process ? $"process {process.ToString(CultureInfo.InvariantCulture)}" : "a process that is not known";
        var user = User is null ? "" : $" of {User}";
        var host = Host is null ? "" : $" on {Host}";
        var since = Since is { } moment ? $" since {moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} UTC" : "";
        var session = Session is { } number ? $" (database session {number.ToString(CultureInfo.InvariantCulture)})" : "";
        return who + user + host + since + session;
    }
}
