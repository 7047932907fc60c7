using System.Diagnostics;
using System.Globalization;
using Cairn.Engines.Tests.Servers;
using Cairn.Engines.Tests.Tools;

namespace Cairn.Engines.Tests.Contracts;

/// <summary>A stamp says that what is compared was up to date when it was the same; all else is found out as without one.</summary>
public sealed class StampTests(EngineServers servers)
{
    private const int Many = 300;
    private const int OfCairn = 4;

    public static TheoryData<string> Stamped => [EngineNames.Sqlite, EngineNames.Postgres];

    [Theory, MemberData(nameof(Stamped))]
    public async Task What_is_the_same_as_before_is_not_looked_at_again(string engine)
    {
        await using var project = await StampedAsync(engine);
        var stamp = Stamp(project);
        var text = await File.ReadAllTextAsync(stamp, TestContext.Current.CancellationToken);

        // A stamp that nobody could have made: with a row whose file is not there. That it is believed shows that nothing else was looked at.
        await project.Database.ExecuteAsync("insert into cairn_migrations (version, name, timestamp) values ('20270101A', 'Not There', '2027-01-01 00:00:00')");
        var missing = await LatestAsync(project);
        missing.ShouldExit(0).ShouldComplainOf("20270101A", "its file is gone");
        Assert.Equal(text, await File.ReadAllTextAsync(stamp, TestContext.Current.CancellationToken));
        await File.WriteAllTextAsync(stamp, text.Replace("\u001f", "\n20270101A\u001f", StringComparison.Ordinal) + "\nNot There", TestContext.Current.CancellationToken);
        var believed = await LatestAsync(project);
        Assert.Equal(("", UpToDate(Many + 1)), (believed.ShouldExit(0).Errors, believed.Output));
        Assert.Equal(believed.Output, (await CallAsync(project, Cache(project), "bootstrap")).ShouldExit(0).Output);

        // Without it, with files to compare, or asked for a version, everything is looked at.
        (await CallAsync(project, "off", "migrate:latest")).ShouldExit(0).ShouldComplainOf("20270101A");
        (await CallAsync(project, Cache(project), "migrate:latest", "--changed", "refuse")).ShouldExit(0).ShouldComplainOf("20270101A");
        (await CallAsync(project, Cache(project), "migrate:latest", "--to", Version(1))).ShouldExit(0).ShouldComplainOf("20270101A");
        (await CallAsync(project, Cache(project), "migrate:latest", "--missing", "refuse", "--changed", "refuse")).ShouldExit(3).ShouldComplainOf("CAIRN1014", "20270101A");
        Assert.Contains("deleted from", (await CallAsync(project, Cache(project), "cache:clear")).ShouldExit(0).Output, StringComparison.Ordinal);
        (await LatestAsync(project)).ShouldExit(0).ShouldComplainOf("20270101A");
        Assert.False(File.Exists(stamp), "what has a warning was kept");
    }

    [Theory, MemberData(nameof(Stamped))]
    public async Task What_changed_in_the_folder_is_seen(string engine)
    {
        await using var project = await StampedAsync(engine);
        project.Write("20270101A-new.sql", Sql);
        Assert.Contains("applied 20270101A New", (await LatestAsync(project)).ShouldExit(0).Output, StringComparison.Ordinal);

        await StampAsync(project, Many + 1);
        File.Move(PathOf(project, "20270101A-new.sql"), PathOf(project, "20270102A-new.sql"));
        (await LatestAsync(project)).ShouldExit(3).ShouldComplainOf("CAIRN1016", "20270102A");

        project.Workspace.Delete("20270102A-new.sql");
        (await LatestAsync(project)).ShouldExit(0).ShouldComplainOf("20270101A", "its file is gone");

        project.Write("20270101a-new.csx", "async Task Up(Db db) => await db.Sql(\"select 1\");").Write("20270101A-new.sql", Sql);
        (await LatestAsync(project)).ShouldExit(2).ShouldComplainOf("CAIRN1003", "20270101A");
    }

    [Theory, MemberData(nameof(Stamped))]
    public async Task What_changed_in_a_file_is_seen(string engine)
    {
        await using var project = await StampedAsync(engine);
        var file = PathOf(project, string.Create(CultureInfo.InvariantCulture, $"{Version(5)}-number-5.sql"));
        var modified = File.GetLastWriteTimeUtc(file);
        (await CallAsync(project, Cache(project), "migrate:latest", "--changed", "refuse")).ShouldExit(0);
        Assert.Single(Stamps(project, "cairn-checksums-"));

        // Of the same length, and with the time that it had: the system knows better.
        await File.WriteAllTextAsync(file, Sql.Replace('1', '2'), TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(file, modified);
        (await CallAsync(project, Cache(project), "migrate:latest", "--changed", "refuse")).ShouldExit(3).ShouldComplainOf("CAIRN1015", Version(5));
        Assert.Contains("changed", (await CallAsync(project, Cache(project), "migrate:list")).ShouldExit(0).Output, StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, Sql, TestContext.Current.CancellationToken);
        (await CallAsync(project, Cache(project), "migrate:latest", "--changed", "refuse")).ShouldExit(0);
    }

    [Theory, MemberData(nameof(Stamped))]
    public async Task What_changed_in_the_table_is_seen(string engine)
    {
        await using var project = await StampedAsync(engine);
        await project.Database.ExecuteAsync("insert into cairn_migrations (version, name, timestamp) values ('20270101A', 'Not There', '2027-01-01 00:00:00')");
        (await LatestAsync(project)).ShouldExit(0).ShouldComplainOf("20270101A", "its file is gone");
        await project.Database.ExecuteAsync("delete from cairn_migrations where version = '20270101A'");
        Assert.Equal("", (await LatestAsync(project)).ShouldExit(0).Errors);

        await project.Database.ExecuteAsync($"delete from cairn_migrations where version = '{Version(7)}'");
        Assert.Contains($"applied {Version(7)} Number 7", (await LatestAsync(project)).ShouldExit(0).Output, StringComparison.Ordinal);

        await project.Database.ExecuteAsync("delete from cairn_migrations where version = '20261101ZB'");
        Assert.DoesNotContain("up to date", (await LatestAsync(project)).Output, StringComparison.Ordinal);
        await project.Database.ExecuteAsync("drop table cairn_migrations");
        await project.Database.ExecuteAsync("create table cairn_migrations (id integer)");
        (await LatestAsync(project)).ShouldExit(1).ShouldComplainOf("CAIRN4001");
    }

    [Theory, MemberData(nameof(Stamped))]
    public async Task Another_database_is_another_matter(string engine)
    {
        await using var project = await StampedAsync(engine);
        await using var other = await servers.CreateDatabaseAsync(engine);
        var result = await CallAsync(project, Cache(project), "migrate:latest", "-c", other.Url);
        Assert.Contains($"applied {Version(1)}", result.ShouldExit(0).Output, StringComparison.Ordinal);
        Assert.Equal(UpToDate(Many), (await CallAsync(project, Cache(project), "migrate:latest", "-c", other.Url)).ShouldExit(0).Output);
        Assert.Equal(UpToDate(Many), (await LatestAsync(project)).ShouldExit(0).Output);
        Assert.DoesNotContain("up to date", (await CallAsync(project, Cache(project), "migrate:latest", "--table", "others")).ShouldExit(0).Output, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Stamped))]
    public async Task What_is_half_run_is_told(string engine)
    {
        await using var project = await AppliedAsync(engine);
        project.Write("20270101A-half.csx", "[NoTransaction]\nasync Task Up(Db db)\n{\n    await db.Schema.CreateTable(\"half\", table => table.Increments(\"id\"));\n    await db.Sql(\"insert into missing values (1)\");\n}\n\nvoid Down(Db db) { }\n");
        (await LatestAsync(project)).ShouldExit(1).ShouldComplainOf("CAIRN3001");
        await project.Database.ExecuteAsync("create table saved as select * from cairn_journal");
        (await CallAsync(project, Cache(project), "migrate:latest", "--undo-failed")).ShouldExit(0);
        project.Workspace.Delete("20270101A-half.csx");
        await StampAsync(project, Many);
        await project.Database.ExecuteAsync("insert into cairn_journal select * from saved");
        (await LatestAsync(project)).ShouldExit(1).ShouldComplainOf("CAIRN4007", "20270101A");
    }

    [Fact]
    public async Task Nothing_is_kept_where_it_could_change_unseen()
    {
        await using var project = await AppliedAsync(EngineNames.Sqlite);
        var outside = Path.Combine(project.Workspace.Folder, "outside");
        Directory.CreateDirectory(outside);
        File.CreateSymbolicLink(PathOf(project, "later"), outside);
        await SettleAsync(project);
        Assert.Equal(UpToDate(Many), (await LatestAsync(project)).ShouldExit(0).Output);
        Assert.Empty(Stamps(project));

        // Nor where few are applied, where others may write to the cache, or where there is none.
        File.Delete(PathOf(project, "later"));
        await SettleAsync(project);
        Assert.Equal(UpToDate(Many), (await CallAsync(project, "off", "migrate:latest")).ShouldExit(0).Output);
        var open = Directory.CreateDirectory(Path.Combine(project.Workspace.Folder, "open"));
        if (!OperatingSystem.IsWindows())
        {
            open.UnixFileMode = (UnixFileMode)0b111_111_111;
        }

        var result = await CallAsync(project, open.FullName, "migrate:latest");
        Assert.Equal(("", UpToDate(Many)), (result.ShouldExit(0).Errors, result.Output));
        Assert.Empty(open.GetFiles());
        Assert.Empty(Stamps(project));
        Assert.Equal(UpToDate(Many), (await LatestAsync(project)).ShouldExit(0).Output);
        Assert.Single(Stamps(project));
    }

    private const string Sql = "-- up\nselect 1;\n-- down\nselect 1;\n";

    private static string Version(int number) => string.Create(CultureInfo.InvariantCulture, $"20260301{(char)('A' + (number / 26))}{(char)('A' + (number % 26))}");

    private static string UpToDate(int custom) => string.Create(CultureInfo.InvariantCulture, $"Already up to date ({custom + OfCairn} migrations applied).\n");

    private static string Cache(Project project) => Path.Combine(project.Workspace.Folder, "cache");

    private static string[] Stamps(Project project, string kind = "cairn-up-to-date-") => Directory.Exists(Cache(project))
        ? [.. Directory.GetFiles(Cache(project), "*.stamp").Where(file => File.ReadLines(file).First().StartsWith(kind, StringComparison.Ordinal))]
        : [];

    private static string Stamp(Project project) => Assert.Single(Stamps(project));

    private static string PathOf(Project project, string name) => Path.Combine(project.Workspace.Migrations, name);

    private static Task<ToolResult> LatestAsync(Project project) => CallAsync(project, Cache(project), "migrate:latest");

    private static Task<ToolResult> CallAsync(Project project, string cache, params string[] arguments)
    {
        var call = project.Workspace.Call(arguments);
        return CairnTool.RunAsync(call with { Environment = new Dictionary<string, string>(call.Environment, StringComparer.Ordinal) { ["CAIRN_CACHE"] = cache } });
    }

    private async Task<Project> AppliedAsync(string engine)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "stamps are kept on Linux");
        var project = await Project.NewAsync(servers, engine);
        for (var number = 1; number <= Many; number++)
        {
            project.Write(string.Create(CultureInfo.InvariantCulture, $"{Version(number)}-number-{number}.sql"), Sql);
        }

        (await LatestAsync(project)).ShouldExit(0);
        return project;
    }

    private async Task<Project> StampedAsync(string engine)
    {
        var project = await AppliedAsync(engine);
        await StampAsync(project, Many);
        return project;
    }

    /// <summary>Starts until a stamp is kept: a folder that has just changed may change again within the same tick of the clock.</summary>
    private static async Task StampAsync(Project project, int count)
    {
        var begun = Stopwatch.StartNew();
        var old = Stamps(project) is [var file] ? await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken) : "";
        while (Stamps(project) is not [var now] || await File.ReadAllTextAsync(now, TestContext.Current.CancellationToken) == old)
        {
            Assert.True(begun.Elapsed < TimeSpan.FromSeconds(60), "no stamp is kept");
            Assert.Equal(UpToDate(count), (await LatestAsync(project)).ShouldExit(0).Output);
        }
    }

    /// <summary>The same without the project's own cache.</summary>
    private static async Task SettleAsync(Project project)
    {
        var begun = Stopwatch.StartNew();
        var changed = Directory.GetLastWriteTimeUtc(project.Workspace.Migrations);
        while (DateTime.UtcNow - changed < TimeSpan.FromSeconds(3))
        {
            Assert.True(begun.Elapsed < TimeSpan.FromSeconds(60));
            (await CallAsync(project, "off", "migrate:latest")).ShouldExit(0);
        }
    }
}
