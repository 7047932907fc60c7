using Cairn.Engines.Tests.Servers;
using Cairn.Engines.Tests.Tools;

namespace Cairn.Engines.Tests.Contracts;

/// <summary>Example 03: a database that Cairn did not make.</summary>
public sealed class TakeOverTests(EngineServers servers)
{
    private const string Example = "03-take-over-existing";

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task The_shop_is_migrated_and_comes_back_as_it_was(string engine)
    {
        await using var project = await ShopAsync(engine);
        var shop = await project.Database.StateAsync();

        await project.DoAsync("migrate:latest");
        await RowsAreRightAsync(project.Database);
        await RulesHoldAsync(project.Database);

        await project.DoAsync("migrate:rollback", "--all", "--yes");
        Assert.Equal(shop, await project.Database.StateAsync());

        await project.DoAsync("migrate:latest");
        await RowsAreRightAsync(project.Database);
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task Marking_everything_runs_nothing(string engine)
    {
        await using var project = await ShopAsync(engine);
        var shop = await project.Database.StateAsync();
        await project.DoAsync("migrate:mark", "--all");
        Assert.Equal(8, (await project.VersionsAsync()).Count);
        Assert.Equal(shop, await project.Database.StateAsync());
    }

    private async Task<Project> ShopAsync(string engine)
    {
        var project = await Project.OfExampleAsync(servers, engine, Example);
        await project.Database.ExecuteAsync(await File.ReadAllTextAsync(Repository.Shop(Example, engine)));
        return project;
    }

    private static async Task RowsAreRightAsync(TestDatabase database)
    {
        Assert.Equal(
            ["3 | 1 | Marta O'Neill", "4 | 1 | Marta O'Neill", "4 | 2 | Jo Lee"],
            (await database.RowsAsync("select track_id, position + 1, name from track_composers where track_id in (3, 4) order by 1, 2")));
        Assert.Equal(["Brazil | 1 | 3.87", "Canada | 1 | 2.5", "Germany | 2 | 2.47"], await database.RowsAsync("select country, invoices, total from sales_by_country order by country"));
        Assert.Equal("4", await database.ScalarAsync("select count(*) from invoices i join tenants t on t.id = i.tenant_id where t.name = 'Main street'"));
        Assert.Equal("12", await database.ScalarAsync("select (select count(*) from playlist_track) + (select count(*) from invoice_lines)"));
        Assert.Equal(["1 | General Manager", "2 | Sales Manager", "3 | Sales Agent", "4 | Sales Agent"], await database.RowsAsync("select employee_id, title from employee_titles order by 1"));
        Assert.Equal("183000", await database.ScalarAsync("select duration_ms from tracks where track_id = 1"));
    }

    /// <summary>What the shop's author wanted still holds, and what the migrations added does too.</summary>
    private static async Task RulesHoldAsync(TestDatabase database)
    {
        await database.ExecuteAsync("update tracks set unit_price = 1.99 where track_id = 1");
        Assert.Equal(["1 | 0.99 | 1.99"], await database.RowsAsync("select track_id, old_price, new_price from price_changes"));
        await database.ExecuteAsync("update tracks set unit_price = 0.99 where track_id = 1");
        await database.ExecuteAsync("delete from price_changes");

        await RefusedAsync(database, "update tracks set duration_ms = 0 where track_id = 1");
        await RefusedAsync(database, "update tracks set media_type_id = 77 where track_id = 1");
        await RefusedAsync(database, "update invoices set total = -1 where invoice_id = 1");
        await RefusedAsync(database, "update invoices set tenant_id = null where invoice_id = 1");
        await RefusedAsync(database, "update invoice_lines set quantity = 0 where invoice_line_id = 1");
        await RefusedAsync(database, "insert into returns (invoice_line_id, returned_on) values (999, '2025-01-01')");
        await RefusedAsync(database, "update employees set email = 'bo@shop.example' where employee_id = 1");
    }

    private static async Task RefusedAsync(TestDatabase database, string sql) =>
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => database.ExecuteAsync(sql));
}
