using Cairn.Engines.Tests.Contracts;
using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Drills;

/// <summary>A shop whose history has three migrations, and the stories that are told of it.</summary>
internal static class StoryScripts
{
    /// <summary>How many tables the last migration makes, between two changes of orders.</summary>
    public const int Parts = 8;

    public const string Story =
        """
        async Task Run(Drill drill)
        {
            await drill.UpTo("20260205A");
            await drill.Db.Query("orders").InsertAsync(new { id = 1, total = 10m });
            var before = await drill.Fingerprint();

            await drill.Latest();
            await drill.Expect("select count(*) from orders where tenant_id is null", 0);

            await drill.Down(steps: 2);
            await drill.ExpectSchema(before);
            await drill.ExpectRows("orders", 1);

            await drill.Crash(during: "20260301A");   // the process of a run is killed in the middle of this migration
            await drill.Latest();                      // and the next run must end well
        }
        """;

    private const string Orders =
        """
        async Task Up(Db db) => await db.Schema.CreateTable("orders", table => { table.Increments("id"); table.Decimal("total", 10, 2).NotNull(); });
        async Task Down(Db db) => await db.Schema.DropTable("orders");
        """;

    private const string Tenants =
        """
        async Task Up(Db db)
        {
            await db.Schema.CreateTable("tenants", table => { table.Increments("id"); table.String("name", 50).NotNull(); });
            await db.Query("tenants").InsertAsync(new { name = "first" });
        }

        async Task Down(Db db) => await db.Schema.DropTable("tenants");
        """;

    private static readonly string TenantOfOrders =
        $$"""
        async Task Up(Db db)
        {
            await db.Schema.AlterTable("orders", table => table.Integer("tenant_id").Nullable());
            for (var part = 1; part <= {{Parts}}; part++)
                await db.Schema.CreateTable($"part_{part}", table => table.Increments("id"));
            await db.Sql("update orders set tenant_id = 1");
        }

        async Task Down(Db db)
        {
            for (var part = 1; part <= {{Parts}}; part++)
                await db.Schema.DropTable($"part_{part}");
            await db.Schema.AlterTable("orders", table => table.DropColumn("tenant_id"));
        }
        """;

    /// <summary>The shop, with nothing applied.</summary>
    public static async Task<Project> ShopAsync(EngineServers servers, string engine) => (await Project.NewAsync(servers, engine))
        .Write("20260205A-orders.csx", Orders)
        .Write("20260212A-tenants.csx", Tenants)
        .Write("20260301A-tenant-of-orders.csx", TenantOfOrders);

    /// <summary>Writes a drill script.</summary>
    public static Project Tell(this Project project, string name, string text)
    {
        var folder = Path.Combine(project.Workspace.Folder, "extensions", "drills");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, name), text);
        return project;
    }

    /// <summary>A script with this body; its first line is the third of the file.</summary>
    public static string Of(string body) => $"async Task Run(Drill drill)\n{{\n{body}\n}}\n";
}
