using Cairn.Engines.Tests.Servers;
using Cairn.Engines.Tests.Tools;

namespace Cairn.Engines.Tests.Contracts;

/// <summary>All migrations in one file: made where the sources are, run where they are not.</summary>
public sealed class BundleTests(EngineServers servers)
{
    private const string File = "app.bundle";

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task What_it_does_is_what_the_files_do(string engine)
    {
        // Each with a database of its own: one goes by the files, the other by the bundle.
        await using var files = await NewAsync(engine);
        await using var bundled = await NewAsync(engine);
        await bundled.DoAsync("migrate:bundle", "-o", File);
        Hide(bundled);
        string[][] commands = [["migrate:plan", "--sql"], ["migrate:latest"], ["migrate:list"], ["migrate:validate"], ["migrate:current"], ["migrate:down"], ["migrate:redo"], ["migrate:rollback"], ["migrate:up"], ["migrate:list"]];
        foreach (var command in commands)
        {
            var expected = await files.DoAsync([.. command, "--json"]);
            var found = await bundled.DoAsync([.. command, "--json", "--bundle", File]);
            Assert.Equal(Lines(expected), Lines(found));
            Assert.Equal(await files.TimelessStateAsync(), await bundled.TimelessStateAsync());
        }

        Assert.Equal(await HistoryAsync(files), await HistoryAsync(bundled));

        // And back to the files: nothing has changed.
        Show(bundled);
        await bundled.DoAsync("migrate:latest", "--changed", "refuse", "--missing", "refuse");
        await bundled.DoAsync("migrate:validate");
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_failure_names_the_script_and_its_line(string engine)
    {
        await using var project = await NewAsync(engine);
        project.Write("20260304A-wrong.csx", "#load \"lib/wrong.csx\"\nasync Task Up(Db db) => await Wrong(db);\nvoid Down(Db db) { }\n");
        project.Write("lib/wrong.csx", "async Task Wrong(Db db)\n{\n    await db.Sql(\"insert into nowhere values (1)\");\n}\n");
        await project.DoAsync("migrate:bundle", "-o", File);
        Hide(project);
        var result = (await project.RunAsync("migrate:latest", "--bundle", File)).ShouldExit(1).ShouldBeAClearError();
        result.ShouldComplainOf("extensions/migrations/lib/wrong.csx(3)");
        Assert.Equal(["20260301A", "20260302A", "20260303A"], await project.VersionsAsync());
    }

    [Fact]
    public async Task What_is_no_whole_bundle_is_refused_before_anything_runs()
    {
        await using var project = await NewAsync(EngineNames.Sqlite);
        await project.DoAsync("migrate:bundle", "-o", File);
        var path = Path.Combine(project.Workspace.Folder, File);
        var bytes = await System.IO.File.ReadAllBytesAsync(path);
        await System.IO.File.WriteAllBytesAsync(path, bytes[..^1]);
        await project.RefuseAsync(2, ["CAIRN2021", File], "migrate:latest", "--bundle", File);
        bytes[^1000] ^= 1;
        await System.IO.File.WriteAllBytesAsync(path, bytes);
        await project.RefuseAsync(2, ["CAIRN2021", File], "migrate:latest", "--bundle", File);
        await project.RefuseAsync(2, ["CAIRN2021", "cairn.json"], "migrate:list", "--bundle", "cairn.json");
        await project.RefuseAsync(2, ["--bundle and --extensions"], "migrate:latest", "--bundle", File, "-e", "extensions");
    }

    [Fact]
    public async Task Where_something_does_not_compile_nothing_is_written()
    {
        await using var project = await NewAsync(EngineNames.Sqlite);
        await project.DoAsync("migrate:bundle", "-o", "out/" + File, "--json");
        var path = Path.Combine(project.Workspace.Folder, "out", File);
        var before = await System.IO.File.ReadAllBytesAsync(path);
        project.Write("20260304A-wrong.csx", "void Up(Db db) => Missing();\nvoid Down(Db db) { }\n").Write("20260305A-wrong.sql", "select 1;\n");
        await project.RefuseAsync(2, ["20260304A-wrong.csx(1,19)", "CS0103", "20260305A-wrong.sql"], "migrate:bundle", "-o", "out/" + File);
        Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!));
        Assert.Equal(before, await System.IO.File.ReadAllBytesAsync(path));

        await project.RefuseAsync(2, ["CAIRN7012", "20260301A-one.csx"], "migrate:bundle", "-o", "extensions/migrations/20260301A-one.csx");
        await project.RefuseAsync(2, ["-o"], "migrate:bundle");
    }

    private async Task<Project> NewAsync(string engine)
    {
        var project = await Project.NewAsync(servers, engine);
        return project
            .Write("20260301A-one.csx", Scripts.Table("one"))
            .Write("20260302A-two.sql", "-- up\ncreate table two (id integer);\ninsert into two values (1);\n-- down\ndrop table two;\n")
            .Write("20260303A-three.csx", "#load \"lib/names.csx\"\nvoid Change(Db db) => db.Schema.CreateTable(Name, table => table.Increments(\"id\"));\n")
            .Write("lib/names.csx", "const string Name = \"three\";\n");
    }

    private static void Hide(Project project) => Directory.Move(project.Workspace.Migrations, project.Workspace.Migrations + ".away");

    private static void Show(Project project) => Directory.Move(project.Workspace.Migrations + ".away", project.Workspace.Migrations);

    // What is told of each migration, without moments and durations.
    private static List<string> Lines(ToolResult result) =>
    [
        .. result.Json.GetProperty("migrations").EnumerateArray()
            .Select(row => string.Join(' ', row.EnumerateObject().Where(field => field.Name is not ("durationMs" or "appliedAt")).Select(field => $"{field.Name}={field.Value}"))),
        .. result.Json.GetProperty("warnings").EnumerateArray().Select(warning => warning.ToString()),
        result.Json.TryGetProperty("version", out var version) ? version.ToString() : "",
    ];

    // All that the log says of a run but when, how long and by whom.
    private static Task<IReadOnlyList<string>> HistoryAsync(Project project) => project.Database.RowsAsync(
        "select version, name, source, format, direction, outcome, checksum, checksum_algorithm, source_text from cairn_history order by id");
}
