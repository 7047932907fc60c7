namespace Cairn.Runtime.History.Locks;

/// <summary>
/// What a database is asked for a lease: one row of <c>cairn_lock</c> for each tracking table. Every moment in it is the server's, since the
/// machines that run migrations need not agree about the time.
/// </summary>
internal abstract class LeaseStatements
{
    /// <summary>How long a lease lasts without being renewed.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(30);

    /// <summary>How often it is renewed.</summary>
    public static readonly TimeSpan Beat = TimeSpan.FromSeconds(5);

    /// <summary>Creates the table where it is not there; may be sent by many at once.</summary>
    public abstract string CreateTable { get; }

    /// <summary>One row, true or a number above 0 where the table is there.</summary>
    public abstract string TableExists { get; }

    /// <summary>Sent first in the transaction that takes the lease, so that it does not wait for a commit of its owner.</summary>
    public abstract string DoNotWait { get; }

    /// <summary>Takes a lease that is free or expired: one row changed. @p0 token, @p1 host, @p2 process, @p3 user, @p4 the process's mark.</summary>
    public abstract string Take { get; }

    /// <summary>Renews it: one row changed where it is still ours, which then also holds the row to the end of the transaction. @p0 token.</summary>
    public abstract string Renew { get; }

    /// <summary>Gives it back, or takes it away. @p0 token.</summary>
    public abstract string Remove { get; }

    /// <summary>The row: token, host, process_id, user_name, since_utc, process_mark, expired.</summary>
    public abstract string Find { get; }
}
