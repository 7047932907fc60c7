using Xunit;

namespace Cairn.Tests.Linting;

/// <summary>What is dangerous on one version of a server and not on another.</summary>
public sealed class VersionTests
{
    [Theory]
    [InlineData("10.4", "L204 warning")]
    [InlineData("11.0", null)]
    [InlineData("15.8", null)]
    public async Task A_constant_default_writes_the_table_anew_before_PostgreSQL_11(string version, string? expected)
    {
        var database = new DescribedDatabase(Client.Postgres, version).With("orders", 5000, "id integer not null");
        var found = await Linted.ChangeAsync(database, schema => schema.AlterTable("orders", table => table.Integer("total").Default(0)));
        Assert.Equal(expected is null ? [] : [expected], found.Codes());
    }

    [Theory]
    [InlineData("11.0", "L207 warning")]
    [InlineData("12.0", null)]
    public async Task A_check_spares_reading_for_NOT_NULL_from_PostgreSQL_12_on(string version, string? expected)
    {
        var database = new DescribedDatabase(Client.Postgres, version).With("orders", 5000, "note text").Check("orders", "(note IS NOT NULL)");
        var found = await Linted.ChangeAsync(database, schema => schema.AlterTable("orders", table => table.SetNotNull("note")));
        Assert.Equal(expected is null ? [] : [expected], found.Codes());
    }

    [Theory]
    [InlineData(Client.MariaDb, "10.6", "L209 warning")]
    [InlineData(Client.MariaDb, "11.2", "L209 info")]
    [InlineData(Client.MySql, "9.7", "L209 warning")]
    public async Task A_copy_lets_writers_go_on_from_MariaDB_11_2_on(Client client, string version, string expected)
    {
        var database = new DescribedDatabase(client, version).With("orders", 5000, "total int(11)");
        var found = await Linted.ChangeAsync(database, schema => schema.AlterTable("orders", table => table.BigInteger("total").Alter()));
        Assert.Equal([expected], found.Codes());
    }

    [Fact]
    public async Task A_rule_for_one_database_is_silent_on_another()
    {
        var found = await Linted.ChangeAsync(
            new DescribedDatabase(Client.Sqlite, "3.45").With("orders", 5000, "total integer"), schema => schema.AlterTable("orders", table => table.Index("total")));
        Assert.Empty(found.Codes());
    }
}
