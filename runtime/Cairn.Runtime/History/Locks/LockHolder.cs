using System.Globalization;
using System.Text.RegularExpressions;

namespace Cairn.Runtime.History.Locks;

/// <summary>Who runs: for the lock, and for the history.</summary>
/// <param name="Host">The machine's name.</param>
/// <param name="ProcessId">The process.</param>
/// <param name="User">The account.</param>
/// <param name="Since">Since when (UTC).</param>
internal sealed partial record LockHolder(string Host, int ProcessId, string User, DateTimeOffset Since)
{
    /// <summary>What a server shows for the session; PostgreSQL keeps 63 bytes of it.</summary>
    public string ApplicationName => $"cairn {ProcessId} on {(Host.Length > 40 ? Host[..40] : Host)}";

    public static LockHolder Here() => new(Environment.MachineName, Environment.ProcessId, Environment.UserName, DateTimeOffset.UtcNow);

    /// <summary>What <see cref="ToString"/> wrote into a lock file; of another text nothing is known but that somebody holds the lock.</summary>
    public static LockOwner Read(string text)
    {
        var match = Written().Match(text);
        return match.Success
            ? new LockOwner(
                LockKind.File, match.Groups["host"].Value, int.Parse(match.Groups["process"].Value, CultureInfo.InvariantCulture), match.Groups["user"].Value,
                DateTimeOffset.ParseExact(match.Groups["since"].Value, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal))
            : new LockOwner(LockKind.File, Host: null, ProcessId: null, User: null, Since: null);
    }

    public override string ToString() =>
        $"process {ProcessId} of {User} on {Host} since {Since.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} UTC";

    [GeneratedRegex(@"^process (?<process>\d{1,9}) of (?<user>.*) on (?<host>.*) since (?<since>[-0-9]{10} [:0-9]{8}) UTC$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Written();
}
