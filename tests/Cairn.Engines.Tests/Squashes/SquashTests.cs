using Cairn.Engines.Tests.Contracts;
using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Squashes;

/// <summary>Many migrations become one, and every database ends where it would have ended.</summary>
public sealed class SquashTests(EngineServers servers)
{
    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_fresh_database_becomes_what_the_old_way_made(string engine)
    {
        await using var old = await SquashHistory.WriteAsync(await Project.NewAsync(servers, engine), rich: true);
        await old.DoAsync("migrate:latest");
        var state = await old.Database.StateAsync();
        var structure = (await old.DoAsync("schema:fingerprint")).Output;
        var files = Directory.GetFiles(old.Workspace.Migrations).Select(Path.GetFileName).Where(file => file != "20260106A-after.csx").Order(StringComparer.Ordinal);

        var squash = (await old.DoAsync("migrate:squash", "--to", SquashHistory.Last, "--json")).Json.GetProperty("squash");
        Assert.Equal(squash.GetProperty("fingerprint").GetString(), squash.GetProperty("found").GetString());
        Assert.Equal(SquashHistory.Replaced, squash.GetProperty("replaces").EnumerateArray().Select(version => version.GetString()!));
        Assert.Equal(state, await old.Database.StateAsync());
        Assert.Equal([SquashHistory.New, "20260106A-after.csx"], FilesIn(old, ""));
        Assert.Equal(files, FilesIn(old, "squashed/" + SquashHistory.Last));
        await old.DoAsync("migrate:validate", "--check-pending");

        await using var fresh = await FollowAsync(old, await Project.NewAsync(servers, engine));
        await fresh.DoAsync("migrate:latest");
        Assert.Equal(structure, (await fresh.DoAsync("schema:fingerprint")).Output);
        Assert.Equal(state, await fresh.Database.StateAsync());

        // And what is inserted next gets the number that it would have got.
        foreach (var project in new[] { old, fresh })
        {
            await project.Database.ExecuteAsync("insert into roles (name) values ('next')");
        }

        Assert.Equal(await old.Database.RowsAsync("select id from roles order by id"), await fresh.Database.RowsAsync("select id from roles order by id"));
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_database_that_has_them_all_records_it_and_runs_nothing(string engine)
    {
        await using var old = await SquashHistory.WriteAsync(await Project.NewAsync(servers, engine));
        await using var production = await SquashHistory.WriteAsync(await Project.NewAsync(servers, engine));
        await production.DoAsync("migrate:latest", "--to", SquashHistory.Last);
        await production.Database.ExecuteAsync("insert into roles (name) values ('of the users')");
        var state = await production.Database.StateAsync();
        await old.DoAsync("migrate:latest");
        await old.DoAsync("migrate:squash", "--to", SquashHistory.Last);
        await FollowAsync(old, production);

        // Before it is recorded it is applied all the same.
        Assert.Equal(["20260106A"], await StatesAsync(production, "pending"));
        Assert.Empty(await StatesAsync(production, "missing"));
        Assert.Contains("recorded only", (await production.DoAsync("migrate:plan")).Output, StringComparison.Ordinal);
        await production.DoAsync("migrate:validate", "--missing", "refuse", "--changed", "refuse");
        await production.DoAsync("migrate:drill");
        Assert.Equal(state, await production.Database.StateAsync());

        var run = await production.DoAsync("bootstrap", "--missing", "refuse", "--changed", "refuse", "--json");
        Assert.Equal(["20260105A marked", "20260106A applied"], [.. run.Json.GetProperty("migrations").EnumerateArray().Select(row => $"{row.GetProperty("version")} {row.GetProperty("state")}")]);
        Assert.Equal([.. SquashHistory.Replaced, "20260106A"], await production.VersionsAsync());
        Assert.Equal("20260105A | Squashed", await production.Database.ScalarAsync("select version, name from cairn_migrations where version = '20260105A'"));
        Assert.Equal("20260106A", (await production.DoAsync("migrate:current")).Output.Trim());
        await production.DoAsync("migrate:validate", "--check-pending", "--missing", "refuse", "--changed", "refuse");
        Assert.Empty((await production.DoAsync("migrate:latest", "--missing", "refuse", "--json")).Json.GetProperty("migrations").EnumerateArray());

        // Back over it: what came after goes, it itself does not by accident, and all of it only where that is said.
        await production.DoAsync("migrate:down");
        Assert.Equal(state, await production.Database.StateAsync());
        await production.RefuseAsync(2, ["CAIRN1011", "5 migrations", "one by one"], "migrate:down");
        await production.RefuseAsync(2, ["CAIRN1011"], "migrate:redo");
        await production.RefuseAsync(3, ["CAIRN1014", "20260102A", SquashHistory.New], "migrate:down", "--to", "20260102A");
        await production.DoAsync("migrate:reset", "--yes");
        Assert.Equal(["20260105A", "20260106A"], await production.VersionsAsync());
        Assert.Equal("2", await production.Database.ScalarAsync("select count(*) from roles"));
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_database_that_has_some_is_refused_and_goes_on_from_the_old_files(string engine)
    {
        await using var old = await SquashHistory.WriteAsync(await Project.NewAsync(servers, engine));
        await using var half = await SquashHistory.WriteAsync(await Project.NewAsync(servers, engine));
        await half.DoAsync("migrate:latest", "--to", "20260102A");
        await old.DoAsync("migrate:latest");
        await old.DoAsync("migrate:squash", "--to", SquashHistory.Last);
        await FollowAsync(old, half);
        string[] words = ["CAIRN5204", SquashHistory.New, "20260103A, 20260104A and 20260105A are not applied", "migrate:latest --to 20260105A"];
        await half.RefuseAsync(3, words, "migrate:latest");
        await half.RefuseAsync(3, words, "migrate:up", "20260106A");
        await half.RefuseAsync(3, words, "migrate:plan");
        await half.RefuseAsync(3, words, "migrate:drill");
        await half.RefuseAsync(3, words, "migrate:validate");

        // The mend that the error names.
        Directory.Delete(half.Workspace.Migrations, recursive: true);
        Directory.CreateDirectory(half.Workspace.Migrations);
        await SquashHistory.WriteAsync(half);
        await half.DoAsync("migrate:latest", "--to", SquashHistory.Last);
        await FollowAsync(old, half);
        await half.DoAsync("migrate:latest");
        await half.DoAsync("migrate:validate", "--check-pending", "--missing", "refuse");
        Assert.Equal(await old.Database.StateAsync(), await half.Database.StateAsync());
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task The_bundle_and_the_next_squash_know_it_too(string engine)
    {
        await using var old = await Project.NewAsync(servers, engine);
        await using var production = await Project.NewAsync(servers, engine);
        foreach (var project in new[] { old, production })
        {
            project.Write(Scripts.Name, Scripts.Good).Write("20260302A-two.csx", Scripts.Table("two")).Write("20260303A-three.csx", Scripts.Table("three"));
            await project.DoAsync("migrate:latest");
        }

        await old.DoAsync("migrate:squash", "--to", "20260302A");
        await old.DoAsync("migrate:bundle", "-o", "app.bundle");
        File.Copy(Path.Combine(old.Workspace.Folder, "app.bundle"), Path.Combine(production.Workspace.Folder, "app.bundle"));
        Directory.Delete(production.Workspace.Migrations, recursive: true);
        Directory.CreateDirectory(production.Workspace.Migrations);
        await production.DoAsync("migrate:latest", "--bundle", "app.bundle", "--missing", "refuse", "--changed", "refuse");
        Assert.Equal("squashed", await production.Database.ScalarAsync("select outcome from cairn_history where version = '20260302A' order by id desc limit 1"));

        await old.DoAsync("migrate:squash", "--to", "20260303A");
        Assert.Equal(["20260303A-squashed-2.csx"], FilesIn(old, ""));
        await FollowAsync(old, production);
        await production.DoAsync("migrate:latest", "--missing", "refuse", "--changed", "refuse");
        await using var fresh = await FollowAsync(old, await Project.NewAsync(servers, engine));
        await fresh.DoAsync("migrate:latest");
        Assert.Equal(await production.Database.StateAsync(), await fresh.Database.StateAsync());
        Assert.Equal(["20260303A"], await fresh.VersionsAsync());
    }

    /// <summary>Checks out what the other project has.</summary>
    private static async Task<Project> FollowAsync(Project from, Project to)
    {
        Directory.Delete(to.Workspace.Migrations, recursive: true);
        Directory.CreateDirectory(to.Workspace.Migrations);
        foreach (var file in Directory.GetFiles(from.Workspace.Migrations))
        {
            to.Write(Path.GetFileName(file), await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        }

        return to;
    }

    private static IEnumerable<string> FilesIn(Project project, string folder) =>
        Directory.GetFiles(Path.Combine(project.Workspace.Migrations, folder)).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);

    private static async Task<IEnumerable<string>> StatesAsync(Project project, string state) =>
        (await project.DoAsync("migrate:list", "--json")).Json.GetProperty("migrations").EnumerateArray()
            .Where(row => row.GetProperty("state").GetString() == state).Select(row => row.GetProperty("version").GetString()!);
}
