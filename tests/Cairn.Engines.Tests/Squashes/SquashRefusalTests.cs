using System.Text.Json;
using Cairn.Engines.Tests.Contracts;
using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Squashes;

/// <summary>What does not become a squash, and what becomes of one that was interrupted. Nothing of it hangs on the database.</summary>
public sealed class SquashRefusalTests(EngineServers servers)
{
    [Fact]
    public async Task What_must_not_be_squashed_is_refused_and_no_file_is_touched()
    {
        await using var project = await NewAsync();
        project.Write("20260301B-row.sql", "-- up\ninsert into things (name) values ('two');\n-- down\ndelete from things where name = 'two';\n");
        await project.DoAsync("migrate:latest", "--to", "20260302A");
        var files = Files(project);
        await project.RefuseAsync(2, ["up to which version"], "migrate:squash");
        await project.RefuseAsync(2, ["CAIRN1005", "20990101A"], "migrate:squash", "--to", "20990101A");
        await project.RefuseAsync(2, ["CAIRN5201", "only migration"], "migrate:squash", "--to", "20260301A");
        await project.RefuseAsync(2, ["CAIRN5201", "20260303A-three.csx is pending"], "migrate:squash", "--to", "20260303A");
        await project.RefuseAsync(2, ["CAIRN5201", "2 rows (things 2)", "--max-rows"], "migrate:squash", "--to", "20260302A", "--max-rows", "1");
        project.Write("20260302A-two.csx", Scripts.Table("two") + "\n// changed\n");
        await project.RefuseAsync(2, ["CAIRN5201", "20260302A-two.csx changed"], "migrate:squash", "--to", "20260302A");
        project.Write("20260302A-two.csx", "[Client(Client.Sqlite, Client.Postgres)]\n" + Scripts.Table("two"));
        await project.DoAsync("migrate:mark", "20260302A", "--unapply");
        await project.DoAsync("migrate:mark", "20260302A");
        await project.RefuseAsync(2, ["CAIRN5201", "SQLite, PostgreSQL"], "migrate:squash", "--to", "20260302A");
        project.Workspace.Delete(Scripts.Name);
        await project.RefuseAsync(2, ["CAIRN5201"], "migrate:squash", "--to", "20260302A");
        Assert.Equal([.. files.Where(file => file != Scripts.Name)], Files(project));
    }

    [Fact]
    public async Task What_does_not_run_on_an_empty_database_is_refused()
    {
        await using var project = await NewAsync();
        await project.Database.ExecuteAsync("create table made_by_hand (id integer)");
        project.Write("20260302A-two.csx", Scripts.Up("    await db.Sql(\"insert into made_by_hand values (1)\");"));
        await project.DoAsync("migrate:latest");
        await project.RefuseAsync(2, ["CAIRN5201", "do not run on an empty database", "made_by_hand"], "migrate:squash", "--to", "20260303A");
    }

    [Fact]
    public async Task A_dry_run_shows_text_and_proof_and_changes_nothing()
    {
        await using var project = await NewAsync();
        await project.DoAsync("migrate:latest");
        var (files, state) = (Files(project), await project.Database.StateAsync());
        var result = await project.DoAsync("migrate:squash", "--to", "20260303A", "--dry-run");
        foreach (var words in new[] { "[Replaces(", "\"20260301A\", \"20260302A\", \"20260303A\"", "CREATE TABLE `three`", "(1, 'one')", "async Task Down(Db db)", "Proven on two empty databases", "nothing was changed" })
        {
            Assert.Contains(words, result.Output, StringComparison.Ordinal);
        }

        var json = (await project.DoAsync("migrate:squash", "--to", "20260303A", "--dry-run", "--json")).Json;
        Assert.Contains(json.GetProperty("squash").GetProperty("script").GetString()!, result.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Equal("things", json.GetProperty("squash").GetProperty("tables")[0].GetProperty("table").GetString());
        Assert.Equal(files, Files(project));
        Assert.Equal(state, await project.Database.StateAsync());
        Assert.Equal(["20260301A", "20260302A", "20260303A"], await project.VersionsAsync());
    }

    [Fact]
    public async Task An_interrupted_one_stops_every_command_until_it_is_finished()
    {
        await using var project = await NewAsync();
        await project.DoAsync("migrate:latest");
        var text = (await project.DoAsync("migrate:squash", "--to", "20260302A", "--dry-run", "--json")).Json.GetProperty("squash").GetProperty("script").GetString()!;

        // As it is when the process is killed after the first of two files was moved.
        var order = new { version = "20260302A", file = "20260302A-squashed.csx", archive = "squashed/20260302A", old = new[] { Scripts.Name, "20260302A-two.csx" }, text };
        project.Write("cairn-squash.json", JsonSerializer.Serialize(order));
        Directory.CreateDirectory(Path.Combine(project.Workspace.Migrations, order.archive));
        File.Move(Path.Combine(project.Workspace.Migrations, Scripts.Name), Path.Combine(project.Workspace.Migrations, order.archive, Scripts.Name));
        foreach (var command in new[] { "migrate:latest", "migrate:list", "migrate:validate", "migrate:down", "bootstrap" })
        {
            await project.RefuseAsync(2, ["CAIRN5203", "cairn-squash.json", "fix: Finish it: dotnet cairn migrate:squash."], command);
        }

        await project.RefuseAsync(2, ["CAIRN5203"], "migrate:make", "more");
        await project.RefuseAsync(2, ["CAIRN5203"], "migrate:squash", "--to", "20260303A", "--dry-run");
        await project.DoAsync("migrate:squash");
        Assert.Equal(["20260302A-squashed.csx", "20260303A-three.csx"], Files(project));
        await project.DoAsync("migrate:validate", "--check-pending", "--missing", "refuse", "--changed", "refuse");
        Assert.Equal("squashed", await project.Database.ScalarAsync("select outcome from cairn_history order by id desc limit 1 offset 1"));
    }

    [Theory]
    [InlineData("migrate:latest", "--phase", "before")]
    [InlineData("migrate:latest", "--single-transaction")]
    [InlineData("migrate:up")]
    [InlineData("migrate:up", "20260303A")]
    public async Task Whatever_applies_something_records_it_too(params string[] command)
    {
        await using var project = await NewAsync();
        await using var production = await NewAsync();
        await production.DoAsync("migrate:latest", "--to", "20260302A");
        await project.DoAsync("migrate:latest");
        await project.DoAsync("migrate:squash", "--to", "20260302A");
        foreach (var file in Files(production).Where(file => file != "20260303A-three.csx"))
        {
            production.Workspace.Delete(file);
        }

        production.Write("20260302A-squashed.csx", await File.ReadAllTextAsync(Path.Combine(project.Workspace.Migrations, "20260302A-squashed.csx"), TestContext.Current.CancellationToken));
        await production.DoAsync(command);
        await production.DoAsync("migrate:validate", "--check-pending", "--missing", "refuse", "--changed", "refuse");
        Assert.Equal("2", await production.Database.ScalarAsync("select count(*) from cairn_history where outcome in ('squashed', 'replaced')"));
        Assert.Equal(["things", "three", "two"], await production.TablesAsync());
    }

    [Fact]
    public async Task A_replaced_file_that_comes_back_does_not_run_beside_it()
    {
        await using var project = await NewAsync();
        await project.DoAsync("migrate:latest");
        await project.DoAsync("migrate:squash", "--to", "20260302A");
        await using var fresh = await Project.NewAsync(servers, EngineNames.Sqlite);
        foreach (var file in Directory.GetFiles(project.Workspace.Migrations))
        {
            fresh.Write(Path.GetFileName(file), await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        }

        fresh.Write(Scripts.Name, Scripts.Good);
        await fresh.RefuseAsync(3, ["CAIRN5204", Scripts.Name, "still there"], "migrate:latest");
    }

    private async Task<Project> NewAsync() => (await Project.NewAsync(servers, EngineNames.Sqlite))
        .Write(Scripts.Name, Scripts.Good).Write("20260302A-two.csx", Scripts.Table("two")).Write("20260303A-three.csx", Scripts.Table("three"));

    private static IReadOnlyList<string> Files(Project project) => [.. Directory.GetFiles(project.Workspace.Migrations).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];
}
