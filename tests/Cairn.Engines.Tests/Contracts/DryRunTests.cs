using Cairn.Engines.Tests.Servers;
using Cairn.Engines.Tests.Tools;

namespace Cairn.Engines.Tests.Contracts;

/// <summary>The SQL of a plan, run by the database's own client, makes the database that the run makes.</summary>
public sealed class DryRunTests(EngineServers servers)
{
    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public Task The_first_example(string engine) => SameAsync(engine, "01-first-migration", from: null, to: null);

    [Theory, MemberData(nameof(EngineNames.Transactional), MemberType = typeof(EngineNames))]
    public Task The_shop_that_is_taken_over(string engine) => SameAsync(engine, "03-take-over-existing", from: null, to: null);

    /// <summary>Its first migration changes a column that it has only just added, which these databases must see to restate.</summary>
    [Theory, MemberData(nameof(EngineNames.Committing), MemberType = typeof(EngineNames))]
    public async Task The_shop_where_a_plan_cannot_know_it_all(string engine)
    {
        await using var project = await StartAsync(engine, "03-take-over-existing", from: null);
        var state = await project.Database.StateAsync();
        var plan = await project.DoAsync("migrate:latest", "--dry-run");
        Assert.Contains("The script stops here (", plan.Output + plan.Errors, StringComparison.Ordinal);
        Assert.Contains("tenant_id", plan.Output + plan.Errors, StringComparison.Ordinal);
        Assert.Equal(state, await project.Database.StateAsync());
    }

    /// <summary>Stretches of the content system whose scripts do not read what the stretch itself made.</summary>
    public static MatrixTheoryData<string, (string? From, string To)> Stretches => new(
        EngineNames.Supported.Select(row => row.Data),
        [(null, "20210112A")]);

    [Theory, MemberData(nameof(Stretches))]
    public Task The_content_system_as_far_as_a_plan_can_know(string engine, (string? From, string To) stretch) =>
        SameAsync(engine, "02-content-system", stretch.From, stretch.To);

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task Every_command_that_changes_something_only_says_so(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        project.Write(Scripts.Name, Scripts.Good).Write("20260302A-more.csx", Scripts.Table("more"));
        foreach (var command in new[] { "bootstrap", "database:install", "migrate:latest", "migrate:up" })
        {
            await project.DoAsync(command, "--dry-run");
            Assert.Empty(await project.Database.TablesAsync());
        }

        await project.DoAsync("migrate:up");
        var state = await project.Database.StateAsync();
        foreach (var command in new[] { "migrate:latest", "migrate:down", "migrate:rollback --all", "migrate:redo", "migrate:reset", "migrate:mark --all", "migrate:plan --down" })
        {
            string[] dry = command.Contains("plan", StringComparison.Ordinal) ? [] : ["--dry-run"];
            await project.DoAsync([.. command.Split(' '), .. dry]);
            Assert.Equal(state, await project.Database.StateAsync());
            Assert.Equal(["20260301A"], await project.VersionsAsync());
        }

        var down = await project.DoAsync("migrate:down", "--dry-run", "--sql");
        Assert.Contains("drop table", down.Output, StringComparison.OrdinalIgnoreCase);
    }

    private async Task SameAsync(string engine, string example, string? from, string? to)
    {
        await using var planned = await StartAsync(engine, example, from);
        await using var real = await StartAsync(engine, example, from);
        string[] until = to is null ? [] : ["--to", to];
        var sql = (await planned.DoAsync(["migrate:latest", "--dry-run", "--sql", .. until])).Output;
        await OwnClient.RunAsync(planned.Database, sql, planned.Workspace.Folder);
        await real.DoAsync(["migrate:latest", .. until]);
        Assert.Equal(await real.TimelessStateAsync(), await planned.TimelessStateAsync());
    }

    private async Task<Project> StartAsync(string engine, string example, string? from)
    {
        var project = await Project.OfExampleAsync(servers, engine, example);
        var shop = Repository.Shop(example, engine);
        if (File.Exists(shop))
        {
            await project.Database.ExecuteAsync(await File.ReadAllTextAsync(shop));
        }

        if (from is not null)
        {
            await project.DoAsync("migrate:latest", "--to", from);
        }

        return project;
    }
}
