using Cairn.Engines.Tests.Servers;
using Cairn.Schema.Comparison;
using Cairn.Schema.Snapshots;

namespace Cairn.Engines.Tests.Schema.Snapshots;

/// <summary>One small change at a time: the comparison names what was changed and nothing else, and after taking it back nothing.</summary>
public sealed class PostgresDifferenceTests(EngineServers servers)
{
    [Theory, MemberData(nameof(PostgresChanges.Topics), MemberType = typeof(PostgresChanges))]
    public async Task A_change_is_found_by_its_object_and_gone_when_taken_back(string topic)
    {
        await using var database = await servers.CreateDatabaseAsync(EngineNames.Postgres);
        await using var schema = await PostgresLiveSchema.OpenAsync(database);
        var major = await schema.MajorAsync();
        var wrong = new List<string>();
        var before = await schema.ReadAsync();
        foreach (var change in PostgresChanges.Of(topic).Where(change => change.Since <= major))
        {
            await schema.ExecuteAsync(change.Do);
            var found = SchemaDiffer.Compare(before, await schema.ReadAsync()).Differences.Select(difference => difference.Name).ToList();
            if (!found.SequenceEqual(change.Found, StringComparer.Ordinal))
            {
                wrong.Add($"{change.Do}\n  found: {string.Join(", ", found)}\n  not:   {string.Join(", ", change.Found)}");
            }

            await schema.ExecuteAsync(change.Undo);
            var after = await schema.ReadAsync();
            if (Fingerprint.Of(after) != Fingerprint.Of(before))
            {
                var left = SchemaDiffer.Compare(before, after).Differences.Select(difference => $"{difference.Name} ({string.Join(", ", difference.Facts.Select(fact => fact.Describe()))})");
                wrong.Add($"{change.Undo}\n  left behind: {string.Join(", ", left)}");
            }

            before = after;
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("INSERT INTO customers (name) VALUES ('a'); INSERT INTO scratch (a) SELECT generate_series(1, 100); DELETE FROM scratch WHERE a > 50")]
    [InlineData("SELECT nextval('numbers'), nextval('orders_ticket_seq')")]
    [InlineData("ANALYZE")]
    [InlineData("VACUUM FULL scratch")]
    [InlineData("REINDEX INDEX orders_note_index")]
    [InlineData("REFRESH MATERIALIZED VIEW totals")]
    [InlineData("ALTER TABLE scratch RENAME TO other_name; ALTER TABLE other_name RENAME TO scratch")]
    [InlineData("ALTER TABLE customers RENAME name TO title; ALTER TABLE customers RENAME title TO name")]
    [InlineData("ALTER TABLE scratch ADD x integer; ALTER TABLE scratch DROP x; ALTER TABLE scratch ADD y integer; ALTER TABLE scratch DROP y")]
    [InlineData("GRANT SELECT ON orders TO pg_monitor; REVOKE SELECT ON orders FROM pg_monitor; GRANT EXECUTE ON FUNCTION half(integer) TO pg_monitor; REVOKE EXECUTE ON FUNCTION half(integer) FROM pg_monitor")]
    [InlineData("CREATE TEMPORARY TABLE passing (id integer PRIMARY KEY)")]
    [InlineData("SET TimeZone = 'Asia/Tokyo'; SET DateStyle = 'German'; SET IntervalStyle = 'iso_8601'; SET quote_all_identifiers = on; SET extra_float_digits = 0")]
    public async Task What_is_no_structure_changes_nothing(string sql)
    {
        await using var database = await servers.CreateDatabaseAsync(EngineNames.Postgres);
        await using var schema = await PostgresLiveSchema.OpenAsync(database);
        var before = await schema.FingerprintAsync();
        Assert.Equal(before, await schema.FingerprintAsync());
        await schema.ExecuteAsync(sql);
        Assert.Equal(before, await schema.FingerprintAsync());
    }
}
