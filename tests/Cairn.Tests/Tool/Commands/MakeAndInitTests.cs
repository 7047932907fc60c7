using Cairn.Tests.Tool.Calls;
using Xunit;

namespace Cairn.Tests.Tool.Commands;

public sealed class MakeAndInitTests : IDisposable
{
    private readonly CalledTool _tool = new();

    [Fact]
    public async Task Make_gives_the_next_free_version_of_today_and_prints_the_path()
    {
        Assert.Equal("extensions/migrations/20260301A-add-orders-tenant-id.csx\n", (await _tool.RunAsync("migrate:make", "Add orders tenant id")).Output);
        var second = (await _tool.RunAsync("migrate:make", "next", "--template", "sql", "--json")).Json;
        Assert.Equal("20260301B", second.GetProperty("version").GetString());
        Assert.Equal("extensions/migrations/20260301B-next.sql", second.GetProperty("files")[0].GetString());
        Assert.True(File.Exists(Path.Combine(_tool.Folder, "extensions/migrations/20260301B-next.sql")));
    }

    [Theory]
    [InlineData("functions", "Down(Db db)")]
    [InlineData("class", ": Migration")]
    [InlineData("change", "void Change(Db db)")]
    [InlineData("sql", "-- down")]
    public async Task Each_template_has_its_form(string template, string part)
    {
        var path = (await _tool.RunAsync("migrate:make", "first one", "--template", template)).Output.Trim();
        Assert.Contains(part, _tool.Read(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Make_looks_into_all_folders_and_writes_into_the_first()
    {
        _tool.Write("b/migrations/20260301C-taken.csx", "");
        Assert.Equal("a/migrations/20260301D-x.csx\n", (await _tool.RunAsync("migrate:make", "x", "-e", "a", "-e", "b")).Output);
    }

    [Fact]
    public async Task Make_needs_no_database_and_leaves_none()
    {
        await _tool.RunAsync("migrate:make", "x", "-c", "postgres://nowhere.invalid/x");
        Assert.Empty(Directory.GetFiles(_tool.Folder, "*.db"));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_a_clear_error()
    {
        _tool.Write("extensions", "a file");
        var result = await _tool.RunAsync("migrate:make", "x");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("CAIRN7013", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Init_writes_a_project_that_its_own_settings_fit()
    {
        var result = await _tool.RunAsync("init", "--json");
        var files = result.Json.GetProperty("files").EnumerateArray().Select(file => file.GetString()!).ToList();
        Assert.Contains("extensions/migrations/20260301A-create-notes.csx", files);
        Assert.All(files, file => Assert.True(File.Exists(Path.Combine(_tool.Folder, file)), file));
        Assert.Equal(("sqlite:cairn.db", "cairn.json"), (await _tool.ConfigAsync())["connection"]);
    }

    [Fact]
    public async Task Init_overwrites_nothing_and_adds_no_example_to_migrations()
    {
        _tool.Write("cairn.json", "{ \"table\": \"mine\" }").Write("extensions/migrations/20200101A-mine.csx", "mine");
        var result = await _tool.RunAsync("init");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("kept    cairn.json", result.Output, StringComparison.Ordinal);
        Assert.Equal("{ \"table\": \"mine\" }", _tool.Read("cairn.json"));
        Assert.Equal(["20200101A-mine.csx"], Directory.GetFiles(Path.Combine(_tool.Folder, "extensions/migrations")).Select(Path.GetFileName));

        var again = await _tool.RunAsync("init", "--json");
        Assert.Empty(again.Json.GetProperty("files").EnumerateArray());
    }

    public void Dispose() => _tool.Dispose();
}
