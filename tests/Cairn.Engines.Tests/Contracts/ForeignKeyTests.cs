using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Contracts;

/// <summary>A rebuild on SQLite never lets a foreign key's action fire, wherever in a migration it stands.</summary>
public sealed class ForeignKeyTests(EngineServers servers)
{
    private const string Rebuild = "db.Schema.AlterTable(\"parents\", table => table.String(\"name\", 500).NotNull().Default(\"\").Alter())";

    private const string Family =
        """
        async Task Up(Db db)
        {
            await db.Schema.CreateTable("parents", table => { table.Increments("id"); table.String("name", 50); });
            await db.Schema.CreateTable("children", table =>
            {
                table.Increments("id");
                table.Integer("parent_id").NotNull().References("parents", "id").OnDelete("CASCADE");
            });
            await db.BulkInsert("parents", new[] { new { id = 1, name = "a" }, new { id = 2, name = "b" } });
            await db.BulkInsert("children", new[] { new { id = 1, parent_id = 1 }, new { id = 2, parent_id = 2 }, new { id = 3, parent_id = 2 } });
        }

        async Task Down(Db db)
        {
            await db.Schema.DropTable("children");
            await db.Schema.DropTable("parents");
        }
        """;

    [Theory]
    [InlineData("", "await " + Rebuild + ";")]
    [InlineData("", "await db.Query(\"parents\").Where(\"id\", 1).UpdateAsync(new { name = \"c\" }); await " + Rebuild + ";")]
    [InlineData("[NoTransaction]\n", "await " + Rebuild + ";")]
    [InlineData("[NoTransaction]\n", "await db.Query(\"parents\").Where(\"id\", 1).UpdateAsync(new { name = \"c\" }); await " + Rebuild + ";")]
    public async Task Children_survive_the_rebuild_of_their_parents(string option, string body)
    {
        await using var project = await FamilyAsync();
        project.Write("20260302A-widen.csx", option + Scripts.Up("    " + body));
        await project.DoAsync("migrate:latest");
        Assert.Equal(3, await project.CountAsync("children"));
        Assert.Equal(2, await project.CountAsync("parents"));
    }

    [Theory]
    [InlineData("await db.Transaction(async () => await " + Rebuild + ");")]
    [InlineData("await db.Batch(\"parents\", 10, async rows => await " + Rebuild + ");")]
    public async Task A_rebuild_where_foreign_keys_cannot_be_switched_is_refused(string body)
    {
        await using var project = await FamilyAsync();
        project.Write("20260302A-widen.csx", "[NoTransaction]\n" + Scripts.Up("    " + body));
        await project.RefuseAsync(1, ["CAIRN3004", "foreign keys"], "migrate:latest");
        Assert.Equal(3, await project.CountAsync("children"));
    }

    [Fact]
    public async Task After_a_rebuild_outside_a_transaction_foreign_keys_are_in_force_again()
    {
        await using var project = await FamilyAsync();
        project.Write("20260302A-widen.csx", "[NoTransaction]\n" + Scripts.Up($"    await {Rebuild};\n    await db.Query(\"parents\").Where(\"id\", 2).DeleteAsync();"));
        await project.DoAsync("migrate:latest");
        Assert.Equal(1, await project.CountAsync("children"));
    }

    [Fact]
    public async Task Rows_left_without_their_parents_by_a_rebuilding_migration_stop_it()
    {
        await using var project = await FamilyAsync();
        project.Write("20260302A-widen.csx", Scripts.Up($"    await db.Query(\"parents\").Where(\"id\", 2).DeleteAsync();\n    await {Rebuild};"));
        await project.RefuseAsync(1, ["CAIRN3005", "children"], "migrate:latest");
    }

    private async Task<Project> FamilyAsync()
    {
        var project = await Project.NewAsync(servers, EngineNames.Sqlite);
        project.Write("20260301A-family.csx", Family);
        await project.DoAsync("migrate:latest");
        return project;
    }
}
