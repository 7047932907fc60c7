using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Contracts;

/// <summary>A database with rows is made like another structure and back again, by <c>schema:apply</c>; what migrations did there and back is what it has to reach.</summary>
public sealed class SnapshotChangeTests(EngineServers servers)
{
    private const string Base =
        """
        async Task Up(Db db)
        {
            await db.Schema.CreateTable("customers", table => { table.Increments(); table.String("name", 80).NotNull(); table.Index("name"); });
            await db.Schema.CreateTable("orders", table =>
            {
                table.Increments();
                table.Integer("customer_id").NotNull().References("customers").OnDelete("cascade");
                table.String("code", 20).NotNull().Unique();
                table.Decimal("total", 10, 2).NotNull().Default(0);
                table.Integer("rank").Nullable();
                table.Text("note").Nullable();
                table.Index("rank");
            });
            await db.Schema.CreateTable("old_things", table => table.Increments());
            await db.Schema.CreateView("totals", "select customer_id, sum(total) as total from orders group by customer_id");
            await db.Query("customers").InsertAsync(new { name = "Ann" });
            await db.Query("orders").InsertAsync(new { customer_id = 1, code = "a", total = 1.5m, rank = 3, note = "kept" });
            await db.Query("orders").InsertAsync(new { customer_id = 1, code = "b", total = 2m, rank = 4 });
        }

        async Task Down(Db db)
        {
            await db.Schema.DropView("totals");
            await db.Schema.DropTable("orders");
            await db.Schema.DropTable("customers");
            await db.Schema.DropTable("old_things");
        }
        """;

    private const string Changes =
        """
        async Task Up(Db db)
        {
            await db.Schema.DropView("totals");
            await db.Schema.DropTable("old_things");
            await db.Schema.AlterTable("orders", table =>
            {
                table.DropIndex("rank");
                table.DropForeign("customer_id");
                table.DropColumn("note");
            });
            await db.Schema.AlterTable("orders", table =>
            {
                table.String("code", 40).NotNull().Alter();
                table.BigInteger("rank").NotNull().Default(7).Alter();
                table.Boolean("is_paid").NotNull().Default(false);
                table.Index("rank", "code");
                table.Check("orders_total_sane", "total >= 0");
                table.Foreign("customer_id").References("customers", "id").OnDelete("restrict");
            });
            await db.Schema.CreateTable("labels", table => { table.Integer("order_id").References("orders").OnDelete("cascade"); table.String("label", 30).NotNull(); table.Primary("order_id", "label"); });
            await db.Schema.CreateView("totals", "select customer_id, count(*) as orders from orders group by customer_id");
        }

        async Task Down(Db db) => await Task.CompletedTask;
        """;

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_database_with_rows_becomes_the_other_one_and_itself_again(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        project.Write("20260301A-base.csx", Base);
        await project.DoAsync("migrate:latest");
        await project.DoAsync("schema:snapshot", "before.yaml");

        // Another database of the same kind gets the changes by migrations: that is what the first one has to become.
        await using var other = await Project.NewAsync(servers, engine);
        other.Write("20260301A-base.csx", Base);
        other.Write("20260302A-changes.csx", Changes);
        await other.DoAsync("migrate:latest");
        await other.DoAsync("schema:snapshot", "after.yaml");
        File.Copy(Path.Combine(other.Workspace.Folder, "after.yaml"), Path.Combine(project.Workspace.Folder, "after.yaml"));

        (await project.RunAsync("schema:diff", "after.yaml")).ShouldExit(3);
        await project.RefuseAsync(2, ["CAIRN6004"], "schema:apply", "after.yaml", "--yes");
        await project.DoAsync("schema:apply", "after.yaml", "--allow-data-loss", "--yes");
        (await project.RunAsync("schema:diff", "after.yaml")).ShouldExit(0);
        Assert.Equal(["a | 3", "b | 4"], await project.Database.RowsAsync($"select code, {project.Database.Quote("rank")} from orders order by code"));

        await project.DoAsync("schema:apply", "before.yaml", "--allow-data-loss", "--yes");
        (await project.RunAsync("schema:diff", "before.yaml")).ShouldExit(0);
        Assert.Equal(["1 | Ann"], await project.Database.RowsAsync("select id, name from customers"));
        Assert.Equal(["a | 3", "b | 4"], await project.Database.RowsAsync($"select code, {project.Database.Quote("rank")} from orders order by code"));
    }
}
