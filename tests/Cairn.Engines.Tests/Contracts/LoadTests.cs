using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Contracts;

/// <summary>What a script takes from beside it: other scripts, and assemblies.</summary>
public sealed class LoadTests(EngineServers servers)
{
    private const string Main = "20260301A-uses-lib.csx";

    private const string Loading =
        """
        #load "lib/names.csx"

        async Task Up(Db db) => await db.Schema.CreateTable(Table("up"), table => table.Increments("id"));
        async Task Down(Db db) => await db.Schema.DropTable(Table("up"));
        """;

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_loaded_script_is_part_of_the_migration_and_of_its_checksum(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        project.Write("lib/names.csx", "string Table(string suffix) => \"loaded_\" + suffix;\n").Write(Main, Loading);
        await project.DoAsync("migrate:latest");
        Assert.Equal(["loaded_up"], await project.TablesAsync());
        await project.DoAsync("migrate:validate");

        project.Write("lib/names.csx", "string Table(string suffix) => \"other_\" + suffix;\n");
        await project.RefuseAsync(3, ["CAIRN1015", Main], "migrate:validate");
        project.Write("lib/names.csx", "string Table(string suffix) => \"loaded_\" + suffix;\n");
        await project.DoAsync("migrate:down");
        Assert.Empty(await project.TablesAsync());
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task An_error_in_a_loaded_script_has_its_place_there(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        project.Write("lib/names.csx", "string Table(string suffix)\n{\n    return suffix + nowhere;\n}\n").Write(Main, Loading);
        var result = await project.RefuseAsync(2, [], "migrate:latest");
        Assert.Matches(@"lib/names\.csx\(3,21\): error CS0103", result.Errors);

        project.Write("lib/names.csx", "string Table(string suffix)\n{\n    throw new Exception(\"from the library\");\n}\n");
        result = await project.RefuseAsync(1, ["CAIRN3002", "from the library"], "migrate:latest");
        Assert.Matches(@"names\.csx\(3(,\d+)?\)", result.Errors);
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task What_is_not_there_is_named(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        project.Write(Main, Loading);
        await project.RefuseAsync(2, ["CAIRN2005", "names.csx", Main], "migrate:latest");
        project.Write(Main, "#r \"lib/Nothing.dll\"\n" + Scripts.Good);
        await project.RefuseAsync(2, ["CAIRN2006", "Nothing.dll", Main], "migrate:latest");
        project.Write(Main, "#r \"nuget: Humanizer\"\n" + Scripts.Good);
        await project.RefuseAsync(2, ["CAIRN2011", Main], "migrate:latest");
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task An_assembly_is_referred_to_by_its_path(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        const string Library = "xunit.v3.assert.dll";
        project.Write("lib/readme.txt", "");
        File.Copy(Path.Combine(AppContext.BaseDirectory, Library), Path.Combine(project.Workspace.Migrations, "lib", Library));
        project.Write(Main,
            $$"""
            #r "lib/{{Library}}"
            using Xunit;

            async Task Up(Db db)
            {
                await db.Schema.CreateTable("things", table => table.Increments("id"));
                Assert.True(await db.Inspect.HasTable("things"));
            }

            async Task Down(Db db) => await db.Schema.DropTable("things");
            """);
        await project.DoAsync("migrate:latest");
        Assert.Equal(["things"], await project.TablesAsync());
        await project.DoAsync("migrate:redo");
    }
}
