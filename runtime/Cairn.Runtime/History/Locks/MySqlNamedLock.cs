using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Cairn.Runtime.History.Locks;

/// <summary>
/// A lock of the session by GET_LOCK, taken by trying. It is the server's, not the database's, so the name has the database in it; it outlives
/// the commits that changes of the schema make, and dies with the session. On a cluster it is the node's alone.
/// </summary>
internal sealed class MySqlNamedLock(DbConnection connection, string trackingTable) : IRunLock
{
    private const int LongestName = 64;

    private readonly string name = NameOf(connection.Database, trackingTable);

    private bool held;

    /// <summary>The lock's name for a tracking table; one that is given as <c>database.table</c> is the same from wherever it is used.</summary>
    public static string NameOf(string database, string trackingTable)
    {
        // MySQL does not tell apart the case of locks' names, and tables' names only on some systems.
        var table = (trackingTable.Contains('.', StringComparison.Ordinal) ? trackingTable : $"{database}.{trackingTable}").ToLowerInvariant();
        var full = "cairn:" + table;
        return full.Length <= LongestName ? full : $"cairn:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(table)))[..40]}";
    }

    /// <summary>One is the only answer that means yes: zero, null and an error all occur.</summary>
    public async Task<bool> TryAcquireAsync(CancellationToken cancellationToken)
    {
        held = await ScalarAsync("SELECT GET_LOCK(@name, 0)", cancellationToken) is { } answer && Convert.ToInt64(answer, CultureInfo.InvariantCulture) == 1;
        return held;
    }

    public async Task<string?> HolderAsync(CancellationToken cancellationToken)
    {
        if (await ScalarAsync("SELECT IS_USED_LOCK(@name)", cancellationToken) is not { } thread)
        {
            return null;
        }

        var id = Convert.ToInt64(thread, CultureInfo.InvariantCulture);
        var session = await TryScalarAsync(
            $"SELECT CONCAT('user ', user, ', from ', SUBSTRING_INDEX(host, ':', 1)) FROM information_schema.processlist WHERE id = {id}", cancellationToken);
        var process = await TryScalarAsync(
            "SELECT GROUP_CONCAT(CONCAT(CASE attr_name WHEN '_pid' THEN 'process' ELSE 'program' END, ' ', TRIM(attr_value)) ORDER BY attr_name SEPARATOR ', ') "
            + $"FROM performance_schema.session_connect_attrs WHERE processlist_id = {id} AND attr_name IN ('_pid', 'program_name') AND attr_value <> ''",
            cancellationToken);
        return $"the server's connection {id}" + (session is null ? "" : $" ({session}{(process is null ? "" : $", {process}")})");
    }

    public async Task ReleaseAsync()
    {
        if (!held)
        {
            return;
        }

        held = false;
        try
        {
            await ScalarAsync("SELECT RELEASE_LOCK(@name)", CancellationToken.None);
        }
        catch (Exception exception) when (exception is DbException or InvalidOperationException or IOException)
        {
            // The connection is gone, and the lock with it.
        }
    }

    /// <summary>Null also where the right to look is missing: other users' sessions are seen with PROCESS only.</summary>
    private async Task<string?> TryScalarAsync(string sql, CancellationToken cancellationToken)
    {
        try
        {
            return await ScalarAsync(sql, cancellationToken) as string;
        }
        catch (DbException)
        {
            return null;
        }
    }

    private async Task<object?> ScalarAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        if (sql.Contains("@name", StringComparison.Ordinal))
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@name";
            parameter.Value = name;
            command.Parameters.Add(parameter);
        }

        return await command.ExecuteScalarAsync(cancellationToken) is var value and not DBNull ? value : null;
    }
}
