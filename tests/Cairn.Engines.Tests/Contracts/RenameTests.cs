using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Contracts;

/// <summary>New names for columns that other parts of the table speak of.</summary>
public sealed class RenameTests(EngineServers servers)
{
    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task Checks_speak_of_the_column_by_its_new_name(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        project.Write("20260301A-stock.csx",
            """
            void Change(Db db) => db.Schema.CreateTable("stock", table =>
            {
                table.Increments("id");
                table.Integer("low").NotNull();
                table.Integer("high").NotNull();
                table.String("note", 40).NotNull();
                table.Check("stock_order", "low < high");
                table.Check("stock_note", "note <> 'it''s `low`\\\\'");
                table.Check("stock_low", "low >= 0");
            });
            """);
        await project.DoAsync("migrate:latest");
        var before = await project.Database.StateAsync();

        // The names change places, and a text that looks like one stays.
        project.Write("20260302A-names.csx",
            """
            void Change(Db db) => db.Schema.AlterTable("stock", table =>
            {
                table.RenameColumn("low", "least");
                table.RenameColumn("high", "low");
                table.RenameColumn("note", "remark");
            });
            """);
        await project.DoAsync("migrate:latest");
        await project.Database.ExecuteAsync("insert into stock (least, low, remark) values (1, 2, 'fine')");
        await RefusedAsync(project, "insert into stock (least, low, remark) values (2, 1, 'fine')");
        await RefusedAsync(project, "insert into stock (least, low, remark) values (-1, 1, 'fine')");
        await project.Database.ExecuteAsync("delete from stock");

        await project.DoAsync("migrate:down", "--yes");
        Assert.Equal(before, await project.Database.StateAsync());
        await RefusedAsync(project, "insert into stock (low, high, note) values (2, 1, 'fine')");
    }

    private static async Task RefusedAsync(Project project, string sql) =>
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => project.Database.ExecuteAsync(sql));
}
