using Cairn.Engines.Tests.Servers;
using Cairn.Engines.Tests.Tools;

namespace Cairn.Engines.Tests.Contracts;

/// <summary>The program that starts first: it answers where nothing is pending, and nowhere else. All other tests run through it, too, where there is one.</summary>
public sealed class LauncherTests(EngineServers servers)
{
    private const string Second = "20260302A-second.csx";

    public static TheoryData<string> Bundled => [EngineNames.Sqlite, EngineNames.Postgres];

    [Theory, MemberData(nameof(Bundled))]
    public async Task Where_nothing_is_pending_it_needs_no_tool_and_says_what_the_tool_says(string engine)
    {
        using var launcher = Launcher.Require();
        await using var project = await AppliedAsync(engine);
        await project.DoAsync("migrate:bundle", "-o", "app.bundle");
        string[][] calls =
        [
            ["migrate:latest"], ["database", "migrate:latest"], ["migrate:latest", "-v"], ["migrate:latest", "--to", "20260301A"], ["migrate:latest", "--bundle", "app.bundle"],
            ["bootstrap"], ["database:install"], ["database", "install"], ["migrate:current"], ["migrate:latest", "--quiet"],
        ];
        foreach (var call in calls)
        {
            Same(await CallAsync(project, launcher.Alone, call), await CallAsync(project, Launcher.Tool, call));
        }

        // A warning is no reason for the tool, either.
        project.Workspace.Delete(Second);
        var warned = await CallAsync(project, launcher.Alone, "migrate:latest");
        warned.ShouldExit(0).ShouldComplainOf("20260302A", "its file is gone");
        Same(warned, await CallAsync(project, Launcher.Tool, "migrate:latest"));
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task What_is_pending_is_left_to_the_tool(string engine)
    {
        using var launcher = Launcher.Require();
        await using var project = await AppliedAsync(engine);
        project.Write("20260303A-third.csx", Scripts.Table("third"));
        string[][] calls = [["migrate:latest"], ["bootstrap"], ["migrate:latest", "--dry-run"], ["migrate:latest", "--undo-failed"], ["migrate:up"], ["migrate:down"], ["migrate:latest", "--json"], ["--help"], ["migrate:lastest"], []];
        var state = await project.Database.StateAsync();
        foreach (var call in calls)
        {
            (await CallAsync(project, launcher.Alone, call)).ShouldExit(2).ShouldBeAClearError().ShouldComplainOf("CAIRN9002", "dotnet-cairn cannot be started", "Nothing was run.", "fix:");
            Assert.Equal(state, await project.Database.StateAsync());
        }

        Assert.Contains("applied 20260303A Third", (await project.DoAsync("migrate:latest")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_database_is_left_to_the_tool_and_is_not_made()
    {
        using var launcher = Launcher.Require();
        await using var project = await Project.NewAsync(servers, EngineNames.Sqlite);
        project.Write(Scripts.Name, Scripts.Good);
        var file = ((SqliteDatabase)project.Database).File;
        File.Delete(file);
        (await CallAsync(project, launcher.Alone, "migrate:latest")).ShouldExit(2).ShouldComplainOf("CAIRN9002");
        Assert.False(File.Exists(file));
    }

    [Theory, MemberData(nameof(Bundled))]
    public async Task What_it_cannot_judge_is_left_to_the_tool(string engine)
    {
        using var launcher = Launcher.Require();
        await using var project = await AppliedAsync(engine);

        // Files are compared with what was applied, which needs their format.
        (await CallAsync(project, launcher.Alone, "migrate:latest", "--changed", "refuse")).ShouldExit(2).ShouldComplainOf("CAIRN9002");

        // Under another name it may be another one.
        File.Move(Path.Combine(project.Workspace.Migrations, Second), Path.Combine(project.Workspace.Migrations, "20260302A-other.csx"));
        (await CallAsync(project, launcher.Alone, "migrate:latest")).ShouldExit(2).ShouldComplainOf("CAIRN9002");
        await project.DoAsync("migrate:latest");

        await project.Database.ExecuteAsync("drop table cairn_migrations");
        (await CallAsync(project, launcher.Alone, "migrate:latest")).ShouldExit(2).ShouldComplainOf("CAIRN9002");
        await project.Database.ExecuteAsync("create table cairn_migrations (id integer)");
        (await CallAsync(project, launcher.Alone, "migrate:latest")).ShouldExit(2).ShouldComplainOf("CAIRN9002");
        (await project.RunAsync("migrate:latest")).ShouldExit(1).ShouldComplainOf("CAIRN4001");
    }

    [Fact]
    public async Task A_server_that_cannot_be_had_is_told_at_once()
    {
        using var launcher = Launcher.Require();
        await using var project = await AppliedAsync(EngineNames.Postgres);
        var url = new Uri(project.Database.Url);

        // Nobody listens on port 1.
        var unreachable = new UriBuilder(url) { Port = 1, UserName = "me", Password = "geheim" }.Uri.AbsoluteUri;
        var missing = new UriBuilder(url) { Path = "/nowhere" }.Uri.AbsoluteUri;
        foreach (var (connection, code) in new[] { (unreachable, "CAIRN7004"), (missing, "CAIRN7006") })
        {
            string[] call = ["migrate:latest", "-c", connection];
            var told = await CallAsync(project, launcher.Alone, call);
            told.ShouldExit(5).ShouldBeAClearError().ShouldComplainOf(code);
            Assert.DoesNotContain("geheim", told.Errors, StringComparison.Ordinal);
            Same(told, await CallAsync(project, Launcher.Tool, call));
        }
    }

    [Fact]
    public async Task Settings_count_as_for_the_tool()
    {
        using var launcher = Launcher.Require();
        using var workspace = Workspace.For();
        workspace.Write(Scripts.Name, Scripts.Good);
        await File.WriteAllTextAsync(
            Path.Combine(workspace.Folder, "cairn.json"),
            """{ "connection": "sqlite:${SHOP}.db", "outOfOrder": "refuse", "variables": { "a": "b" }, "environments": { "prod": { "lockTimeout": "5s", "table": "prod_migrations", "protected": true } } }""",
            TestContext.Current.CancellationToken);
        var call = workspace.Call("migrate:latest", "--env", "prod") with { Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["SHOP"] = "shop" } };
        (await CairnTool.RunAsync(call)).ShouldExit(0);
        Assert.Equal("Already up to date (5 migrations applied).\n", (await CairnTool.RunAsync(call with { Program = launcher.Alone })).ShouldExit(0).Output);

        // Another table, another variable, another environment: nothing of it is up to date.
        (await CairnTool.RunAsync(call with { Program = launcher.Alone, Arguments = ["migrate:latest"] })).ShouldExit(2).ShouldComplainOf("CAIRN9002");
        (await CairnTool.RunAsync(workspace.Call("migrate:latest", "--env", "prod") with { Program = launcher.Alone })).ShouldExit(2).ShouldComplainOf("CAIRN9002");
        (await CairnTool.RunAsync(call with { Program = launcher.Alone, Arguments = ["migrate:latest", "--env", "production"] })).ShouldExit(2).ShouldComplainOf("CAIRN9002");
    }

    [Fact]
    public async Task It_hands_over_whatever_its_other_threads_do()
    {
        using var launcher = Launcher.Require();
        await using var project = await AppliedAsync(EngineNames.Postgres);
        project.Write("20260303A-third.csx", Scripts.Table("third"));

        // In the tool's place, so that a thousand take seconds: of as many, one ended by an unhandled exception where a thread could begin no other one while the process became the tool.
        File.Copy("/bin/echo", Path.Combine(Path.GetDirectoryName(launcher.Alone)!, "dotnet-cairn"));
        await Parallel.ForAsync(0, 1000, new ParallelOptions { MaxDegreeOfParallelism = 6, CancellationToken = TestContext.Current.CancellationToken }, async (_, _) =>
        {
            var result = await CallAsync(project, launcher.Alone, "migrate:latest");
            Assert.Equal((0, "migrate:latest\n", ""), (result.ExitCode, result.Output, result.Errors));
        });
    }

    [Fact]
    public async Task Ctrl_c_while_it_looks_ends_it_and_starts_no_tool()
    {
        using var launcher = Launcher.Require();
        await using var project = await AppliedAsync(EngineNames.Postgres);
        await using var holder = await project.Database.OpenAsync();
        await using var transaction = await holder.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using (var command = holder.CreateCommand())
        {
            command.CommandText = "lock table cairn_migrations in access exclusive mode";
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await using var run = CairnTool.Start(project.Workspace.Call("migrate:latest"));
        while (await project.Database.ScalarAsync("select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'") == "0")
        {
            Assert.False(run.HasEnded);
        }

        run.Interrupt();
        (await run.EndAsync(TimeSpan.FromSeconds(30))).ShouldExit(130).ShouldComplainOf("CAIRN3009");
    }

    private async Task<Project> AppliedAsync(string engine)
    {
        var project = await Project.NewAsync(servers, engine);
        project.Write(Scripts.Name, Scripts.Good).Write(Second, Scripts.Table("second"));
        await project.DoAsync("migrate:latest");
        return project;
    }

    private static Task<ToolResult> CallAsync(Project project, string program, params string[] arguments) =>
        CairnTool.RunAsync(project.Workspace.Call(arguments) with { Program = program });

    private static void Same(ToolResult found, ToolResult expected) =>
        Assert.Equal((expected.ExitCode, expected.Output, expected.Errors), (found.ExitCode, found.Output, found.Errors));
}
