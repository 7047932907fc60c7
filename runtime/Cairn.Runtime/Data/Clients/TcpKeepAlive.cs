using System.Data.Common;
using System.Globalization;

namespace Cairn.Runtime.Data.Clients;

/// <summary>
/// Has the operating system ask now and then whether the other end of a connection is still there. A machine that lost its power and a router that
/// forgot the connection say nothing, and a run that waits for an answer would wait for ever. Not for MySQL and MariaDB: with its option for this, MySql.Data
/// connects to nothing but on Windows.
/// </summary>
internal static class TcpKeepAlive
{
    /// <summary>Seconds without any traffic before it is asked for the first time.</summary>
    private const int Idle = 30;

    /// <summary>Seconds between two questions; after about ten that nobody answers, the connection counts as lost.</summary>
    private const int Pause = 10;

    /// <summary>Sets it where the user has not decided otherwise.</summary>
    public static void ForPostgres(DbConnectionStringBuilder builder)
    {
        if (!IsDecided(builder))
        {
            builder["Tcp Keepalive"] = "true";
            builder["Tcp Keepalive Time"] = Idle.ToString(CultureInfo.InvariantCulture);
            builder["Tcp Keepalive Interval"] = Pause.ToString(CultureInfo.InvariantCulture);
        }
    }

    private static bool IsDecided(DbConnectionStringBuilder builder) =>
        builder.Keys.Cast<string>().Any(key => key.Replace(" ", "", StringComparison.Ordinal).Contains("keepalive", StringComparison.OrdinalIgnoreCase));
}
