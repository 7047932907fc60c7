using System.Text.Json;
using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Contracts;

/// <summary>migrate:lint on real databases: what it finds, where, with which exit code; and that it leaves everything as it was.</summary>
public sealed class LintTests(EngineServers servers)
{
    private const string Name = "20260301A-shop.csx";

    private const string Script =
        """
        async Task Up(Db db)
        {
            await db.Schema.DropTable("orders");
            // cairn:lint-ignore L302 the application reads both names
            await db.Schema.AlterTable("items", table => table.RenameColumn("note", "remark"));
            await db.Query("items").Where("id", ">", 0)
                .UpdateAsync(new { remark = "x" });
        }

        async Task Down(Db db)
        {
            await db.Schema.AlterTable("items", table => table.RenameColumn("remark", "note"));
            await db.Schema.CreateTable("orders", table => table.Integer("id"));
        }
        """;

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task It_tells_what_is_dangerous_and_changes_nothing(string engine)
    {
        await using var project = await ShopAsync(engine);
        project.Write(Name, Script);
        var (state, files) = (await project.Database.StateAsync(), Files(project));
        var result = (await project.RunAsync("migrate:lint", "--json")).ShouldExit(3).ShouldComplainOf("CAIRN5101");
        var findings = result.Json.GetProperty("findings").EnumerateArray().ToList();
        var lost = Find(findings, "L101");
        Assert.Equal(("error", 3, "orders"), (lost.GetProperty("severity").GetString(), lost.GetProperty("line").GetInt32(), lost.GetProperty("table").GetString()));
        Assert.EndsWith(Name, lost.GetProperty("file").GetString(), StringComparison.Ordinal);
        var renamed = Find(findings, "L302");
        Assert.Equal(("the application reads both names", 5), (renamed.GetProperty("waived").GetString(), renamed.GetProperty("line").GetInt32()));
        Assert.Equal(state, await project.Database.StateAsync());
        Assert.DoesNotContain("cairn_migrations", await project.Database.TablesAsync());
        Assert.Equal(files, Files(project));
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task Applied_ones_are_looked_at_when_they_are_named(string engine)
    {
        await using var project = await ShopAsync(engine);
        project.Write(Name, Scripts.Table("more")).Write("20260302A-next.csx", "[Irreversible(\"they are old\")]\nasync Task Up(Db db) => await db.Sql(\"delete from orders\");");
        await project.DoAsync("migrate:latest", "--to", "20260301A");
        var state = await project.Database.StateAsync();
        Assert.Equal(["20260302A"], Versions((await project.RunAsync("migrate:lint", "--json")).ShouldExit(3).Json));
        Assert.Equal(["20260301A"], Versions((await project.DoAsync("migrate:lint", "20260301A", "--json")).Json));
        Assert.Equal(["20260301A", "20260302A"], Versions((await project.RunAsync("migrate:lint", "--all", "--json")).ShouldExit(3).Json));
        await project.DoAsync("migrate:latest");
        Assert.Equal(["20260301A", "20260302A"], Versions((await project.DoAsync("migrate:lint", "--all", "--json")).Json));
        Assert.NotEqual(state, await project.Database.StateAsync());
        (await project.RunAsync("migrate:lint", "20990101A")).ShouldExit(2).ShouldBeAClearError();
    }

    [Fact]
    public async Task Settings_and_options_say_how_strict_it_is()
    {
        await using var project = await ShopAsync(EngineNames.Sqlite);
        project.Write(Name, Script);
        await project.DoAsync("migrate:lint", "--fail", "never");
        await File.WriteAllTextAsync(Path.Combine(project.Workspace.Folder, "cairn.json"), """{ "lint": { "L101": "info", "L405": "off" } }""");
        var found = (await project.DoAsync("migrate:lint", "--json")).Json.GetProperty("findings").EnumerateArray().ToList();
        Assert.Equal("info", Find(found, "L101").GetProperty("severity").GetString());
        Assert.DoesNotContain(found, finding => finding.GetProperty("rule").GetString() == "L405");
        (await project.RunAsync("migrate:lint", "--fail", "info")).ShouldExit(3);
        await File.WriteAllTextAsync(Path.Combine(project.Workspace.Folder, "cairn.json"), """{ "lint": { "L999": "off" } }""");
        (await project.RunAsync("migrate:lint")).ShouldExit(2).ShouldBeAClearError().ShouldComplainOf("CAIRN7001", "L999");
        await File.WriteAllTextAsync(Path.Combine(project.Workspace.Folder, "cairn.json"), """{ "lint": { "L101": "loud" } }""");
        (await project.RunAsync("migrate:lint")).ShouldExit(2).ShouldBeAClearError().ShouldComplainOf("CAIRN7002", "loud");
    }

    [Fact]
    public async Task Every_format_goes_to_standard_output()
    {
        await using var project = await ShopAsync(EngineNames.Sqlite);
        project.Write(Name, Script);
        var text = (await project.RunAsync("migrate:lint")).ShouldExit(3).Output;
        Assert.Matches($@"{Name}\(3\): error L101: ", text);
        Assert.Contains("L302 is waived: the application reads both names", text, StringComparison.Ordinal);
        Assert.StartsWith("::error file=", (await project.RunAsync("migrate:lint", "--format", "github")).ShouldExit(3).Output, StringComparison.Ordinal);
        Assert.Equal("2.1.0", (await project.RunAsync("migrate:lint", "--format", "sarif")).ShouldExit(3).Json.GetProperty("version").GetString());
        Assert.Equal("migrate:lint", (await project.RunAsync("migrate:lint", "--format", "json")).ShouldExit(3).Json.GetProperty("command").GetString());
        (await project.RunAsync("migrate:lint", "--format", "xml")).ShouldExit(2).ShouldComplainOf("sarif");
    }

    [Fact]
    public async Task A_statement_of_a_SQL_file_is_found_on_its_line()
    {
        await using var project = await ShopAsync(EngineNames.Sqlite);
        project.Write("20260301A-shop.sql", "-- cairn: irreversible: they are old\n-- up\n-- first\ncreate table x (id integer);\n\n-- cairn:lint-ignore L107 all of them\n-- really\ndelete\n  from orders;\ndelete from items;\n");
        var findings = (await project.RunAsync("migrate:lint", "--json")).ShouldExit(3).Json.GetProperty("findings").EnumerateArray().ToList();
        Assert.Equal([(10, false), (8, true)], findings.Where(finding => finding.GetProperty("rule").GetString() == "L107")
            .Select(finding => (finding.GetProperty("line").GetInt32(), finding.GetProperty("waived").ValueKind == JsonValueKind.String)));
    }

    private async Task<Project> ShopAsync(string engine)
    {
        var project = await Project.NewAsync(servers, engine);
        await project.Database.ExecuteAsync(
            "create table orders (id integer not null); insert into orders values (1), (2); create table items (id integer not null, note varchar(20)); insert into items values (1, 'a');");
        return project;
    }

    private static JsonElement Find(List<JsonElement> findings, string rule) => Assert.Single(findings, finding => finding.GetProperty("rule").GetString() == rule);

    private static IEnumerable<string?> Versions(JsonElement report) => report.GetProperty("migrations").EnumerateArray().Select(migration => migration.GetProperty("version").GetString());

    private static IReadOnlyList<string> Files(Project project) =>
        [.. Directory.EnumerateFiles(project.Workspace.Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
}
