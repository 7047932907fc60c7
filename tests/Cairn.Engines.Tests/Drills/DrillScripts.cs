using Cairn.Engines.Tests.Contracts;
using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Drills;

/// <summary>A project whose first migration is applied, and migrations that a drill passes or catches.</summary>
internal static class DrillScripts
{
    /// <summary>Two tables with rows, one referring to the other, an index and a view.</summary>
    public const string Orders =
        """
        async Task Up(Db db)
        {
            await db.Schema.CreateTable("tenants", table => { table.Increments("id"); table.String("name", 50).NotNull(); });
            await db.Schema.CreateTable("orders", table =>
            {
                table.Increments("id");
                table.Integer("tenant_id").NotNull().References("tenants", "id");
                table.String("note", 50).NotNull();
            });
            await db.Query("tenants").InsertAsync(new { name = "first" });
            await db.Query("orders").InsertAsync(new { tenant_id = 1, note = "one" });
            await db.Query("orders").InsertAsync(new { tenant_id = 1, note = "two" });
            await db.Sql("create view notes as select note from orders");
        }

        async Task Down(Db db)
        {
            await db.Sql("drop view notes");
            await db.Schema.DropTable("orders");
            await db.Schema.DropTable("tenants");
        }
        """;

    /// <summary>A migration by its two bodies.</summary>
    public static string Of(string up, string down, string attributes = "") =>
        $$"""
        {{attributes}}
        async Task Up(Db db)
        {
            {{up}}
        }

        async Task Down(Db db)
        {
            {{down}}
        }
        """;

    public static string Good => Of(
        "await db.Schema.AlterTable(\"orders\", table => { table.String(\"state\", 20).Nullable(); });",
        "await db.Schema.AlterTable(\"orders\", table => { table.DropColumn(\"state\"); });");

    /// <summary>Down forgets the index.</summary>
    public static string ForgetsIndex => Of("await db.Sql(\"create index orders_note_index on orders (note)\");", "await Task.CompletedTask;");

    public static async Task<Project> AppliedAsync(EngineServers servers, string engine)
    {
        var project = (await Project.NewAsync(servers, engine)).Write("20260301A-orders.csx", Orders);
        await project.DoAsync("migrate:latest");
        return project;
    }

    /// <summary>Runs a drill, and expects that the database, its rows and its history are as they were.</summary>
    public static async Task<Tools.ToolResult> DrillAsync(this Project project, int exitCode, params string[] arguments)
    {
        var (state, versions) = (await project.Database.StateAsync(), await project.VersionsAsync());
        var result = (await project.RunAsync(["migrate:drill", .. arguments])).ShouldExit(exitCode);
        Assert.Equal(state, await project.Database.StateAsync());
        Assert.Equal(versions, await project.VersionsAsync());
        return result;
    }

    /// <summary>The outcomes, in order.</summary>
    public static string Outcomes(this Tools.ToolResult result) => string.Join(
        ", ", result.Json.GetProperty("migrations").EnumerateArray().Select(line => $"{line.GetProperty("version").GetString()} {line.GetProperty("state").GetString()}"));
}
