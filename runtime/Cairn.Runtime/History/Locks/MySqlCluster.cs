using System.Data.Common;

namespace Cairn.Runtime.History.Locks;

/// <summary>Whether a server is one of several that all take writes: there GET_LOCK keeps nobody out who comes through another node.</summary>
internal static class MySqlCluster
{
    /// <summary>What the server says of Galera and of group replication; nothing where it knows neither. No right is needed for it.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> ReadAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var said = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        await using var command = connection.CreateCommand();
        command.CommandText =
            "SHOW GLOBAL VARIABLES WHERE variable_name IN ('wsrep_on', 'group_replication_group_name', 'group_replication_single_primary_mode')";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            said[reader.GetString(0)] = reader.IsDBNull(1) ? "" : reader.GetString(1);
        }

        return said;
    }

    /// <summary>A server that is set up for Galera, also while it is alone, since another may join; or a group that has several primaries.</summary>
    public static bool HasSeveralWriters(IReadOnlyDictionary<string, string> said) =>
        Is(said, "wsrep_on", "ON")
        || (said.TryGetValue("group_replication_group_name", out var group) && group.Length > 0 && Is(said, "group_replication_single_primary_mode", "OFF"));

    private static bool Is(IReadOnlyDictionary<string, string> said, string name, string value) =>
        said.TryGetValue(name, out var found) && found.Equals(value, StringComparison.OrdinalIgnoreCase);
}
