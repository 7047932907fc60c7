using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Contracts;

/// <summary>Example 02's rows on their way through the years.</summary>
public sealed class ContentSystemTests(EngineServers servers)
{
    private const string Example = "02-content-system";

    /// <summary>Days at which an application has rows of its own; the statements are in the tables' words of that day.</summary>
    public static MatrixTheoryData<string, string> Days => new(
        EngineNames.Supported.Select(row => row.Data),
        ContentSystemRows.Days);

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task The_rows_of_the_first_day_are_there_on_the_last(string engine)
    {
        await using var project = await Project.OfExampleAsync(servers, engine, Example);
        await project.DoAsync("migrate:latest");
        var database = project.Database;

        Assert.Equal(
            ["Ada | Lovelace | active | Ada Lovelace", "Grace | Brewster Hopper | active | Grace Brewster Hopper", "Plato | ∅ | suspended | Plato"],
            await database.RowsAsync("select first_name, last_name, status, full_name from users order by first_name"));
        Assert.Equal(
            ["caf-opening-hours-and-the-caf-s-menu | draft", "how-we-write-a-style-guide | draft", "welcome-to-the-new-site | published"],
            await database.RowsAsync("select slug, status from articles order by slug"));
        Assert.Equal(
            ["en | Welcome to the new site | Welcome to the new site. It's the first text here; there will be more. | 14"],
            await database.RowsAsync("select p.language, p.title, p.body, t.words from published_articles p join article_translations t on t.article_id = p.id"));
        Assert.Equal(
            ["A visitor | It's the -- dashes; and the /* stars */ that I like. | 0", "Grace | Well done; \"nearly\" everything works. | 1"],
            await database.RowsAsync("select author_name, body, approved from comments order by author_name"));
        Assert.Equal("grace@example.org", await database.ScalarAsync("select u.email from comments c join users u on u.id = c.user_id"));
        Assert.Equal(
            ["administrator | * | manage", "administrator | articles | read", "administrator | articles | write", "editor | articles | read", "editor | articles | write", "reader | articles | read"],
            await database.RowsAsync("select r.name, p.resource, p.action from permissions p join roles r on r.id = p.role_id order by r.name, p.resource, p.action"));
        Assert.Equal("false", await database.ScalarAsync("select s.value from tenant_settings s where s.key = 'comments.open'"));
        Assert.Equal(
            ["logo.svg | image/svg+xml | 4711", "report 2020.pdf | application/pdf | 1048576"],
            await database.RowsAsync("select f.filename, m.name, f.size from files f join mime_types m on m.id = f.mime_type_id order by f.filename"));
        Assert.Equal("2", await database.ScalarAsync("select count(*) from audit_archive"));
    }

    [Theory, MemberData(nameof(Days))]
    public async Task An_applications_rows_come_through_years_up_and_down(string engine, string version)
    {
        await using var project = await Project.OfExampleAsync(servers, engine, Example);
        await project.DoAsync("migrate:latest", "--to", version);
        foreach (var statement in ContentSystemRows.On(version))
        {
            await project.Database.ExecuteAsync(statement);
        }

        var before = await project.Database.StateAsync();
        await project.DoAsync("migrate:latest");
        Assert.NotEqual(before, await project.Database.StateAsync());
        await project.DoAsync("migrate:down", "--to", version, "--yes");
        Assert.Equal(before, await project.Database.StateAsync());
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_late_branch_is_run_in_its_place_with_a_warning_or_refused(string engine)
    {
        await using var project = await Project.OfExampleAsync(servers, engine, Example);
        const string Late = "20240610A-canonical-urls.csx";
        var text = await File.ReadAllTextAsync(Path.Combine(project.Workspace.Migrations, Late));
        project.Workspace.Delete(Late);
        await project.DoAsync("migrate:latest", "--to", "20240820A");

        project.Write(Late, text);
        await project.RefuseAsync(3, ["CAIRN1004", "20240610A"], "migrate:latest", "--out-of-order", "refuse");
        (await project.DoAsync("migrate:latest")).ShouldComplainOf("20240610A");
        Assert.Contains("20240610A", await project.VersionsAsync());

        await project.DoAsync("migrate:rollback", "--all", "--yes");
        Assert.Equal("", await project.Database.StateAsync());
    }
}
