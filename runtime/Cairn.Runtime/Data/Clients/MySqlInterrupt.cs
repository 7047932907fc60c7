using System.Data.Common;
using System.Globalization;

namespace Cairn.Runtime.Data.Clients;

/// <summary>Stops the statement that a connection is running, from a second connection: <c>KILL QUERY</c>, for which a user needs no right on his own.</summary>
internal static class MySqlInterrupt
{
    public static void Stop(DbConnection connection)
    {
        if (connection.GetType().GetProperty("ServerThread")?.GetValue(connection) is not { } thread)
        {
            return;
        }

        var id = Convert.ToInt64(thread, CultureInfo.InvariantCulture);
        try
        {
            using var second = (DbConnection)Activator.CreateInstance(connection.GetType())!;
            second.ConnectionString = connection.ConnectionString;
            second.Open();

            // A statement that has just ended by itself leaves nothing to stop; stopping an idle session could hit its next statement, a rollback.
            if (Number(second, $"SELECT COUNT(*) FROM information_schema.processlist WHERE id = {id} AND command <> 'Sleep'") > 0)
            {
                Number(second, $"KILL QUERY {id}");
            }
        }
        catch (Exception exception) when (exception is DbException or InvalidOperationException or IOException)
        {
            // The server cannot be reached any more, or the session is gone: the statement's own error tells it.
        }
    }

    private static long Number(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar() ?? 0, CultureInfo.InvariantCulture);
    }
}
