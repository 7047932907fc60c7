using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Drills;

/// <summary>Drill scripts through the built tool, on every database; the database itself is never touched.</summary>
public sealed class StoryTests(EngineServers servers)
{
    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task The_story_of_the_contract_is_told_call_by_call(string engine)
    {
        await using var project = (await StoryScripts.ShopAsync(servers, engine)).Tell("checkout.csx", StoryScripts.Story);
        var report = Path.Combine(project.Workspace.Folder, "drill.json");
        var result = await project.DrillAsync(0, "--script", "drills/checkout.csx", "--report", report, "--json");
        Assert.Equal("", result.Outcomes());
        var script = Assert.Single(result.Json.GetProperty("drill").GetProperty("scripts").EnumerateArray());
        Assert.Equal("passed", script.GetProperty("outcome").GetString());
        var calls = script.GetProperty("events").EnumerateArray().Select(call => $"{call.GetProperty("line").GetInt32()} {call.GetProperty("what").GetString()}").ToList();
        Assert.Equal("3 up to 20260205A: applied 20260205A", calls[0]);
        Assert.StartsWith("5 fingerprint ", calls[1], StringComparison.Ordinal);
        Assert.Equal(
            [
                "7 latest: 20260212A, 20260301A", "8 select count(*) from orders where tenant_id is null: 0", "10 down 2: 20260301A, 20260212A",
                "11 the schema is as it was at line 5", "12 orders has 1 row", "14 crash during 20260301A, after 5 of 10 statements", "15 latest: 20260301A",
            ],
            calls[2..].Select(call => call.Replace("15 latest: 20260212A, ", "15 latest: ", StringComparison.Ordinal)));
        Assert.Contains("checkout.csx", await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal([], await DrillTests.LeftAsync(project));
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task Each_failed_expectation_says_its_line_what_was_expected_and_what_there_is(string engine)
    {
        await using var project = await StoryScripts.ShopAsync(servers, engine);
        await project.DoAsync("migrate:latest");
        project
            .Tell("a-value.csx", StoryScripts.Of("    await drill.Expect(\"select count(*) from tenants\", 7);"))
            .Tell("b-rows.csx", StoryScripts.Of("    await drill.UpTo(\"20260212A\");\n    await drill.ExpectRows(\"tenants\", 2);"))
            .Tell("c-schema.csx", StoryScripts.Of(
                "    var before = await drill.Fingerprint();\n    await drill.Db.Sql(\"create index forgotten on tenants (name)\");\n"
                + "    await drill.Db.Schema.DropTable(\"part_3\");\n    try { await drill.ExpectSchema(before); } catch { }"))
            .Tell("d-error.csx", StoryScripts.Of("    await drill.ExpectError(\"CAIRN3001\", () => drill.ExpectRows(\"tenants\", 1));"))
            .Tell("e-good.csx", StoryScripts.Of(
                "    await drill.ExpectError(\"CAIRN5007\", () => drill.ExpectRows(\"tenants\", 9));\n    await drill.Expect(\"select name from tenants\", \"first\");\n"
                + "    await drill.ExpectError(ErrorCodes.StatementFailed, () => drill.Db.Query(\"tenants\").InsertAsync(new { nothing = 1 }));\n"
                + "    await drill.Expect(\"select sum(total) from orders\", null);\n    drill.Log(\"so far so good\");"));
        var result = await project.DrillAsync(3, "--scripts");
        foreach (var line in (string[])[
            "a-value.csx(3): CAIRN5007: select count(*) from tenants: expected 7, and it is 1.",
            "b-rows.csx(4): CAIRN5007: tenants: expected 2 rows, and it has 1.",
            "c-schema.csx(6): CAIRN5007: the schema is not as it was at line 3:",
            "forgotten: was not there",
            "table part_3: missing",
            "d-error.csx(3): CAIRN5007: expected the error CAIRN3001, and it went well.",
            "passed extensions/drills/e-good.csx",
            "line 3: up to 20260212A: rolled back 20260301A",
        ])
        {
            Assert.Contains(line, result.Output, StringComparison.Ordinal);
        }

        result.ShouldBeAClearError().ShouldComplainOf("CAIRN5001", "4 of 5 scripts");
        var one = await project.DrillAsync(3, "--script", "extensions/drills/a-value.csx");
        one.ShouldBeAClearError().ShouldComplainOf("extensions/drills/a-value.csx(3)", "CAIRN5007", "expected 7, and it is 1");
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_migration_that_fails_in_a_story_fails_the_story(string engine)
    {
        await using var project = await StoryScripts.ShopAsync(servers, engine);
        project.Write("20260401A-fails.csx", DrillScripts.Of("await db.Sql(\"select * from nowhere\");", "await Task.CompletedTask;"))
            .Tell("latest.csx", StoryScripts.Of("    await drill.Latest();"))
            .Tell("statement.csx", StoryScripts.Of("    await drill.UpTo(\"20260205A\");\n    await drill.Db.Sql(\"update nowhere set a = 1\");"));
        var result = await project.DrillAsync(3, "--scripts");
        Assert.Contains("20260401A-fails.csx(4): CAIRN3", result.Output, StringComparison.Ordinal);
        Assert.Contains("statement.csx(4): CAIRN3", result.Output, StringComparison.Ordinal);
        Assert.Equal([], await DrillTests.LeftAsync(project));
    }
}
