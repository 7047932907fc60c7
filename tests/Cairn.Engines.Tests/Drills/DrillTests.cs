using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Drills;

/// <summary>What migrate:drill finds, on every database; the database itself is never touched.</summary>
public sealed class DrillTests(EngineServers servers)
{
    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_rollback_that_restores_passes_and_a_forgotten_index_is_named(string engine)
    {
        await using var project = await DrillScripts.AppliedAsync(servers, engine);
        project.Write("20260302A-good.csx", DrillScripts.Good);
        var passed = await project.DrillAsync(0, "--json");
        Assert.Equal("20260302A passed", passed.Outcomes());
        Assert.True(passed.Json.GetProperty("drill").GetProperty("passed").GetBoolean());

        project.Write("20260303A-index.csx", DrillScripts.ForgetsIndex).Write("20260304A-good.csx", DrillScripts.Good.Replace("\"state\"", "\"kind\"", StringComparison.Ordinal));
        var failed = await project.DrillAsync(3, "--json");
        Assert.Equal("20260302A passed, 20260303A failed, 20260304A passed", failed.Outcomes());
        var text = await project.DrillAsync(3);
        Assert.Contains("index orders_note_index: left behind by down", text.Output, StringComparison.Ordinal);
        text.ShouldBeAClearError().ShouldComplainOf("CAIRN5001", "20260303A");
        Assert.Equal([], await LeftAsync(project));
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task Rows_that_are_gone_fail_and_what_is_declared_lossy_does_not(string engine)
    {
        await using var project = await DrillScripts.AppliedAsync(servers, engine);
        project.Write("20260302A-rows.csx", DrillScripts.Of("await db.Sql(\"delete from orders where note = 'two'\");", "await Task.CompletedTask;"));
        var gone = await project.DrillAsync(3);
        Assert.Contains("rows of orders: 1 of 2 are gone", gone.Output, StringComparison.Ordinal);

        var upper = DrillScripts.Of("await db.Sql(\"update orders set note = upper(note)\");", "await Task.CompletedTask;");
        project.Write("20260302A-rows.csx", upper);
        Assert.Contains("note", (await project.DrillAsync(3)).Output, StringComparison.Ordinal);
        project.Write("20260302A-rows.csx", "[Lossy(\"orders.note\", \"case is not kept\")]\n" + upper);
        var declared = await project.DrillAsync(0);
        Assert.Contains("case is not kept", declared.Output, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task Irreversible_is_declared_and_chance_is_named(string engine)
    {
        await using var project = await DrillScripts.AppliedAsync(servers, engine);
        project.Write("20260302A-random.csx", DrillScripts.Of(
            "await db.Schema.CreateTable(\"chances\", table => { table.Increments(\"id\"); table.String(\"value\", 50).NotNull(); });\n"
            + "    await db.Query(\"chances\").InsertAsync(new { value = Guid.NewGuid().ToString() });",
            "await db.Schema.DropTable(\"chances\");"));
        project.Write("20260303A-never.csx", "[Irreversible(\"gone is gone\")]\nasync Task Up(Db db) => await db.Sql(\"delete from orders\");\n");
        var result = await project.DrillAsync(0, "--json");
        Assert.Equal("20260302A not deterministic, 20260303A irreversible", result.Outcomes());
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_failing_up_leaves_the_next_ones_not_run(string engine)
    {
        await using var project = await DrillScripts.AppliedAsync(servers, engine);
        project.Write("20260302A-fails.csx", DrillScripts.Of("await db.Sql(\"select * from nowhere\");", "await Task.CompletedTask;")).Write("20260303A-good.csx", DrillScripts.Good);
        var result = await project.DrillAsync(3, "--json");
        Assert.Equal("20260302A failed, 20260303A not run", result.Outcomes());
        Assert.Equal([], await LeftAsync(project));
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task The_last_applied_ones_are_rolled_back_on_the_copy_first(string engine)
    {
        await using var project = await DrillScripts.AppliedAsync(servers, engine);
        project.Write("20260302A-good.csx", DrillScripts.Good);
        await project.DoAsync("migrate:latest");
        Assert.Equal("20260301A passed, 20260302A passed", (await project.DrillAsync(0, "--last", "2", "--json")).Outcomes());
        Assert.Equal("20260301A passed", (await project.DrillAsync(0, "20260301A", "--data", "none", "--json")).Outcomes());
        Assert.Contains("Nothing to rehearse", (await project.DrillAsync(0)).Output, StringComparison.Ordinal);
        (await project.DrillAsync(2, "20990101A")).ShouldBeAClearError().ShouldComplainOf("CAIRN1005");
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_sample_has_the_rows_that_its_rows_refer_to(string engine)
    {
        await using var project = await DrillScripts.AppliedAsync(servers, engine);
        project.Write("20260302A-good.csx", DrillScripts.Good);
        var result = await project.DrillAsync(0, "--data", "sample", "--json");
        Assert.Equal("20260302A passed", result.Outcomes());
        Assert.True(result.Json.GetProperty("drill").GetProperty("copy").GetProperty("rows").GetInt64() >= 3);
    }

    internal static async Task<IReadOnlyList<string>> LeftAsync(Contracts.Project project) => project.Database.Engine switch
    {
        EngineNames.Postgres => await project.Database.RowsAsync($"select datname from pg_database where datname like 'cairn\\_drill\\_{Source(project)}%'"),
        EngineNames.Sqlite => [.. Directory.EnumerateDirectories(Path.GetTempPath(), $"cairn_drill_{Source(project)}_*")],
        _ => await project.Database.RowsAsync($"select schema_name from information_schema.schemata where schema_name like 'cairn\\_drill\\_{Source(project)}%'"),
    };

    private static string Source(Contracts.Project project)
    {
        var name = Path.GetFileNameWithoutExtension(project.Database.Url.Split('/')[^1]);
        return new string([.. name.ToLowerInvariant().Where(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_').Take(24)]);
    }
}
