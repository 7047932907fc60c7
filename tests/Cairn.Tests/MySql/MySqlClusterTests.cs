using Cairn.Runtime.History.Locks;
using Xunit;

namespace Cairn.Tests.MySql;

/// <summary>Where GET_LOCK keeps nobody out, by what the server says of itself.</summary>
public sealed class MySqlClusterTests
{
    private const string Group = "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa";

    [Theory]
    [InlineData(null, null, null, false)]
    [InlineData("OFF", null, null, false)]
    [InlineData("ON", null, null, true)]
    [InlineData(null, "", "ON", false)]
    [InlineData(null, "", "OFF", false)]
    [InlineData(null, Group, "ON", false)]
    [InlineData(null, Group, "OFF", true)]
    public void Several_nodes_that_take_writes_need_a_lease(string? galera, string? group, string? onePrimary, bool several)
    {
        var said = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in new[] { ("wsrep_on", galera), ("group_replication_group_name", group), ("group_replication_single_primary_mode", onePrimary) })
        {
            if (value is not null)
            {
                said[name] = value;
            }
        }

        Assert.Equal(several, MySqlCluster.HasSeveralWriters(said));
    }
}
