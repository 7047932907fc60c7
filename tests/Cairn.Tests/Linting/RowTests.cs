using Cairn.Runtime.Linting;
using Cairn.Runtime.Linting.Reports;
using Cairn.Schema.Building;
using Xunit;

namespace Cairn.Tests.Linting;

/// <summary>What the rows of a table have to do with a finding.</summary>
public sealed class RowTests
{
    private static readonly Action<SchemaBuilder> Index = schema => schema.AlterTable("orders", table => table.Index("total"));

    [Theory]
    [InlineData(0, null)]
    [InlineData(100, null)]
    [InlineData(101, "L201 info")]
    [InlineData(1000, "L201 info")]
    [InlineData(1001, "L201 warning")]
    public async Task A_lock_matters_as_much_as_there_are_rows(long rows, string? expected)
    {
        var found = await Linted.ChangeAsync(new DescribedDatabase(Client.Postgres).With("orders", rows, "total integer"), Index);
        Assert.Equal(expected is null ? [] : [expected], found.Codes());
    }

    [Fact]
    public async Task That_a_table_is_empty_is_said()
    {
        var found = await Linted.ChangeAsync(new DescribedDatabase(Client.Postgres).With("orders", 0, "total integer"), Index);
        var note = Assert.Single(found.Notes);
        Assert.Contains("orders has no rows here", note, StringComparison.Ordinal);
        Assert.Contains("L201", note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_can_be_assumed()
    {
        var found = await Linted.ChangeAsync(new DescribedDatabase(Client.Postgres).With("orders", 0, "total integer"), Index, new LintRequest { AssumedRows = 100_000 });
        Assert.Equal(["L201 warning"], found.Codes());
    }

    [Fact]
    public async Task A_table_that_the_migration_makes_has_none_whatever_is_assumed()
    {
        var found = await Linted.ChangeAsync(
            new DescribedDatabase(Client.Postgres),
            schema =>
            {
                schema.CreateTable("orders", table => table.Integer("total"));
                Index(schema);
            },
            new LintRequest { AssumedRows = 100_000 });
        Assert.Empty(found.Codes());
        Assert.Empty(found.Notes);
    }

    [Fact]
    public async Task A_table_that_was_renamed_before_keeps_its_rows()
    {
        var found = await Linted.ChangeAsync(new DescribedDatabase(Client.Postgres).With("old", 5000, "total integer"), schema =>
        {
            schema.RenameTable("old", "orders");
            Index(schema);
        });
        Assert.Equal(["L201 warning", "L301 warning"], found.Codes());
    }

    [Fact]
    public async Task A_column_without_values_is_another_matter_than_one_with_values()
    {
        static void Drop(SchemaBuilder schema) => schema.AlterTable("orders", table => table.DropColumn("total"));
        var full = await Linted.ChangeAsync(new DescribedDatabase(Client.Postgres).With("orders", 5000, "total integer"), Drop);
        Assert.Equal(["L102 error"], full.Codes());
        var empty = await Linted.ChangeAsync(new DescribedDatabase(Client.Postgres) { HasValues = false }.With("orders", 5000, "total integer"), Drop);
        Assert.Equal(["L303 info"], empty.Codes());
        var unknown = await Linted.ChangeAsync(new DescribedDatabase(Client.Postgres) { HasValues = null }.With("orders", 5000, "total integer"), Drop);
        Assert.Equal(["L102 error"], unknown.Codes());
    }

    [Fact]
    public async Task The_settings_have_the_last_word_on_the_severity()
    {
        var database = new DescribedDatabase(Client.Postgres).With("orders", 5000, "total integer");
        var off = await Linted.ChangeAsync(database, Index, new LintRequest { Severities = new Dictionary<string, LintSeverity?> { ["L201"] = null } });
        Assert.Empty(off.Codes());
        var error = await Linted.ChangeAsync(database, Index, new LintRequest { Severities = new Dictionary<string, LintSeverity?> { ["L201"] = LintSeverity.Error } });
        Assert.Equal(["L201 error"], error.Codes());
    }
}
