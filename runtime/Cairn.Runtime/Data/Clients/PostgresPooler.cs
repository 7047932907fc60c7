using System.Data.Common;
using System.Globalization;

namespace Cairn.Runtime.Data.Clients;

/// <summary>
/// Finds out whether a pooler stands between the run and PostgreSQL. One that hands its server sessions from client to client makes session
/// locks worthless, and settings of a session go to strangers; so it must be known before the first of either.
/// </summary>
internal static class PostgresPooler
{
    /// <summary>
    /// A condition that is true where the session at the other end is the one that greeted us. PostgreSQL greets with its own process number; a
    /// pooler must make one up, to know later whose statement is to be cancelled. Where the driver does not tell the number, nothing is taken for direct.
    /// </summary>
    public static string IsDirect(DbConnection connection)
    {
        var greeted = connection.GetType().GetProperty("ProcessID")?.GetValue(connection) as int? ?? 0;
        return string.Create(CultureInfo.InvariantCulture, $"pg_backend_pid() = {greeted}");
    }
}
