using System.Globalization;

namespace Cairn.Runtime.History.Locks;

/// <summary>Who runs: for the lock, and for the history.</summary>
/// <param name="Host">The machine's name.</param>
/// <param name="ProcessId">The process.</param>
/// <param name="User">The account.</param>
/// <param name="Since">Since when (UTC).</param>
internal sealed record LockHolder(string Host, int ProcessId, string User, DateTimeOffset Since)
{
    /// <summary>What a server shows for the session; PostgreSQL keeps 63 bytes of it.</summary>
    public string ApplicationName => $"cairn {ProcessId} on {(Host.Length > 40 ? Host[..40] : Host)}";

    public static LockHolder Here() => new(Environment.MachineName, Environment.ProcessId, Environment.UserName, DateTimeOffset.UtcNow);

    public override string ToString() =>
        $"process {ProcessId} of {User} on {Host} since {Since.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} UTC";
}
