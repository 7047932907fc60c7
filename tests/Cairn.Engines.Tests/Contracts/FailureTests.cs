using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Contracts;

/// <summary>A migration that fails half way leaves nothing behind and is not recorded; those before it stay.</summary>
public sealed class FailureTests(EngineServers servers)
{
    private const string Failing = "20260302A-failing.csx";

    [Theory, MemberData(nameof(EngineNames.Transactional), MemberType = typeof(EngineNames))]
    public async Task A_throwing_up_leaves_nothing_behind(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        project.Write(Scripts.Name, Scripts.Good);
        await project.DoAsync("migrate:latest");
        project.Write(Failing, Scripts.Up(
            """
                await db.Schema.CreateTable("half", table => table.Increments("id"));
                await db.Query("things").InsertAsync(new { name = "two" });
                await db.Schema.AlterTable("things", table => table.String("name", 500).Alter());
                throw new InvalidOperationException("This far and no further");
            """));
        var result = await project.RefuseAsync(1, ["CAIRN3002", "This far and no further", "20260302A"], "migrate:latest");
        Assert.Matches(@"20260302A-failing\.csx\(6(,\d+)?\)", result.Errors);
    }

    /// <summary>On every database: what changed rows and no schema is rolled back.</summary>
    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_throwing_up_leaves_no_rows_behind(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        project.Write(Scripts.Name, Scripts.Good);
        await project.DoAsync("migrate:latest");
        project.Write(Failing, Scripts.Up(
            """
                await db.Query("things").InsertAsync(new { name = "two" });
                throw new InvalidOperationException("This far and no further");
            """));
        await project.RefuseAsync(1, ["CAIRN3002", "This far and no further", "20260302A"], "migrate:latest");
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_failing_statement_says_which_with_the_databases_words(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        project.Write(Scripts.Name, Scripts.Good);
        await project.DoAsync("migrate:latest");
        project.Write(Failing, Scripts.Up(
            """
                await db.Query("things").InsertAsync(new { name = "two" });
                await db.Sql("update no_such_table set a = 1");
            """));
        var result = await project.RefuseAsync(1, ["CAIRN3001", "update no_such_table set a = 1", "no_such_table", "20260302A-failing.csx"], "migrate:latest");
        Assert.Matches(@"20260302A-failing\.csx\(4(,\d+)?\)", result.Errors);
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task What_was_applied_before_the_failure_stays_and_what_comes_after_does_not_run(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        project.Write(Scripts.Name, Scripts.Good)
            .Write(Failing, Scripts.Up("    throw new Exception(\"no\");"))
            .Write("20260303A-after.csx", Scripts.Table("after"));
        var result = (await project.RunAsync("migrate:latest", "--json")).ShouldExit(1);
        Assert.Equal(["20260301A"], await project.VersionsAsync());
        Assert.Equal(["things"], await project.TablesAsync());
        Assert.False(result.Json.GetProperty("ok").GetBoolean());
        Assert.Equal("CAIRN3002", result.Json.GetProperty("error").GetProperty("code").GetString());

        project.Write(Failing, Scripts.Table("mended"));
        await project.DoAsync("migrate:latest");
        Assert.Equal(["after", "mended", "things"], await project.TablesAsync());
    }

    [Theory, MemberData(nameof(EngineNames.Transactional), MemberType = typeof(EngineNames))]
    public async Task A_failing_down_changes_nothing(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        project.Write(Scripts.Name, Scripts.Good.Replace(
            "async Task Down(Db db) => await db.Schema.DropTable(\"things\");",
            "async Task Down(Db db)\n{\n    await db.Schema.DropTable(\"things\");\n    throw new Exception(\"not today\");\n}",
            StringComparison.Ordinal));
        await project.DoAsync("migrate:latest");
        await project.RefuseAsync(1, ["CAIRN3002", "not today"], "migrate:down");
        Assert.Equal(["20260301A"], await project.VersionsAsync());
    }

    public static MatrixTheoryData<string, string> OwnTransactions => new(
        EngineNames.Supported.Select(row => row.Data),
        ["begin", "BEGIN TRANSACTION;", "commit", " /* quietly */ rollback"]);

    [Theory, MemberData(nameof(OwnTransactions))]
    public async Task A_script_that_opens_or_ends_a_transaction_by_itself(string engine, string statement)
    {
        await using var project = await Project.NewAsync(servers, engine);
        project.Write(Scripts.Name, Scripts.Good);
        await project.DoAsync("migrate:latest");
        project.Write(Failing, Scripts.Up(
            $$"""
                {{Scripts.Half(engine)}}
                await db.Sql("{{statement}}");
                await db.Schema.CreateTable("other_half", table => table.Increments("id"));
            """));
        await project.RefuseAsync(1, ["CAIRN3003", "20260302A"], "migrate:latest");
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_script_that_commits_the_runs_own_transaction_object(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        project.Write(Scripts.Name, Scripts.Good);
        await project.DoAsync("migrate:latest");
        project.Write(Failing, Scripts.Up(
            $$"""
                {{Scripts.Half(engine)}}
                using var mine = db.Connection.BeginTransaction();
                mine.Commit();
                throw new Exception("after the commit");
            """));
        var state = await project.Database.StateAsync();
        (await project.RunAsync("migrate:latest")).ShouldExit(1).ShouldBeAClearError();
        Assert.Equal(state, await project.Database.StateAsync());
        Assert.Equal(["20260301A"], await project.VersionsAsync());
    }
}
