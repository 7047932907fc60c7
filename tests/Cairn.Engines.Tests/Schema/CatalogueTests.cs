using Cairn.Engines.Tests.Servers;
using Cairn.Schema;
using Cairn.Schema.Inspection;
using Cairn.Schema.Operations;

namespace Cairn.Engines.Tests.Schema;

/// <summary>The catalogue readers tell the same of the same table, in their own words.</summary>
public sealed class CatalogueTests(EngineServers servers)
{
    [Theory, MemberData(nameof(EngineNames.All), MemberType = typeof(EngineNames))]
    public async Task A_table_is_read_completely(string engine)
    {
        await using var database = await servers.CreateDatabaseAsync(engine);
        await using var schema = await LiveSchema.OpenAsync(database);
        await schema.RunAsync(builder =>
        {
            builder.CreateTable("customers", table => table.Increments());
            builder.CreateTable("orders", table =>
            {
                table.Increments();
                table.Integer("customer_id").NotNull().References("customers").OnDelete("cascade");
                table.String("code", 20).NotNull().Default("it's").Unique();
                table.Integer("quantity").Default(7).CheckPositive();
                table.Integer("twice").GeneratedAs("quantity * 2");
                table.Index("quantity", "code");
            });
            builder.CreateView("codes", "SELECT code FROM orders");
        });

        var orders = await FindAsync(schema, "orders");
        Assert.Equal(["id", "customer_id", "code", "quantity", "twice"], orders.Columns.Select(column => column.Name));
        Assert.Equal([false, false, false, true, true], orders.Columns.Select(column => column.IsNullable));
        Assert.Equal(IdentityKind.ByDefault, orders.Columns[0].Identity);
        Assert.Contains("it''s", orders.Columns[2].Default, StringComparison.Ordinal);
        Assert.Equal("7", orders.Columns[3].Default);
        Assert.True(orders.Columns[4].Generated?.Stored);
        Assert.Equal(["id"], orders.PrimaryKey?.Columns);
        var unique = Assert.Single(orders.Uniques);
        Assert.Equal(("orders_code_unique", "code"), (unique.Name, Assert.Single(unique.Columns)));
        var index = Assert.Single(orders.Indexes, index => index.Name == "orders_quantity_code_index");
        Assert.Equal(["quantity", "code"], index.Columns.Select(column => column.Name));
        var key = Assert.Single(orders.ForeignKeys);
        Assert.Equal(("orders_customer_id_foreign", new TableName("customers"), ForeignKeyAction.Cascade), (key.Name, key.ReferencedTable, key.OnDelete));
        Assert.Equal("orders_quantity_check", Assert.Single(orders.Checks).Name);
        Assert.True((await FindAsync(schema, "codes")).IsView);
        Assert.Null(await schema.Inspector.FindTableAsync(new TableName("nothing"), TestContext.Current.CancellationToken));
        var all = await schema.Inspector.ListTablesAsync(schema: null, TestContext.Current.CancellationToken);
        Assert.Equal(["codes", "customers", "orders"], all.Select(table => table.Name.Name).Order(StringComparer.Ordinal));
    }

    private static async Task<TableModel> FindAsync(LiveSchema schema, string name) =>
        await schema.Inspector.FindTableAsync(new TableName(name), TestContext.Current.CancellationToken) ?? throw new InvalidOperationException($"no {name}");
}
