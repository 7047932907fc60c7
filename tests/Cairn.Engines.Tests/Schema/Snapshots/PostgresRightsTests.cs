using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Schema.Snapshots;

/// <summary>Who may read the structure of PostgreSQL, and what they see.</summary>
public sealed class PostgresRightsTests(EngineServers servers)
{
    [Fact]
    public async Task Who_owns_nothing_reads_the_same()
    {
        await using var database = await servers.CreateDatabaseAsync(EngineNames.Postgres);
        await using var schema = await PostgresLiveSchema.OpenAsync(database);
        var all = await schema.FingerprintAsync();
        await schema.ExecuteAsync("SET ROLE pg_monitor");
        Assert.Equal(all, await schema.FingerprintAsync());
    }

    [Fact]
    public async Task What_may_not_be_read_is_an_error_and_not_left_out()
    {
        await using var database = await servers.CreateDatabaseAsync(EngineNames.Postgres);
        await using var schema = await PostgresLiveSchema.OpenAsync(database);
        await schema.ExecuteAsync("REVOKE SELECT ON pg_catalog.pg_policy FROM PUBLIC; SET TimeZone = 'Asia/Tokyo'; SET ROLE pg_monitor");
        var error = await Assert.ThrowsAsync<CairnException>(() => schema.ReadAsync());
        Assert.Equal(ErrorCodes.StructureUnreadable, error.Code);
        Assert.Contains("pg_policy", error.Message, StringComparison.Ordinal);
        Assert.Contains("GRANT", error.Fix, StringComparison.Ordinal);
        Assert.Equal("Asia/Tokyo", await schema.ScalarAsync("current_setting('TimeZone')"));
    }
}
