using System.Data.Common;
using System.Globalization;

namespace Cairn.Runtime.Data.Clients;

/// <summary>
/// Where a server is in its old mode (MariaDB's default before 10.10), the first TIMESTAMP NOT NULL of a table gets a default and ON UPDATE that nobody asked
/// for, and the next ones a date of zeros. The session is taken out of that mode.
/// </summary>
internal static class MySqlTimestamps
{
    public static async Task UseExplicitDefaultsAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT @@explicit_defaults_for_timestamp";
        if (Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture) != 0)
        {
            return;
        }

        try
        {
            command.CommandText = "SET SESSION explicit_defaults_for_timestamp = 1";
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (DbException)
        {
            // Before MariaDB 10.6.9 a session cannot, and on MySQL it takes a right: docs/databases.md says what a column needs there.
        }
    }
}
