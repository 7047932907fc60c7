using Cairn.Tests.Tool.Calls;
using Xunit;

namespace Cairn.Tests.Tool.Commands;

/// <summary>What the commands of seeds say before a database is asked; what seeds do there is in the engine tests.</summary>
public sealed class SeedCommandTests : IDisposable
{
    private readonly CalledTool _tool = new();

    [Theory]
    [InlineData("Countries of Europe", "functions", "countries-of-europe.csx")]
    [InlineData("01 users", "sql", "01-users.sql")]
    public async Task What_make_writes_is_a_seed_that_runs(string name, string template, string file)
    {
        Assert.Equal($"extensions/seeds/{file}\n", (await _tool.RunAsync("seed:make", name, "--template", template)).Output);
        var run = await _tool.RunAsync("seed:run");
        Assert.True(run.ExitCode == 0, run.All);
        Assert.Contains("seeded " + Path.GetFileNameWithoutExtension(file), run.Output, StringComparison.Ordinal);
        var again = await _tool.RunAsync("seed:make", name, "--template", template);
        Assert.Equal(2, again.ExitCode);
        Assert.Contains("CAIRN7012", again.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CAIRN7009", "seed:make")]
    [InlineData("CAIRN7009", "seed:make", "!?")]
    [InlineData("CAIRN7009", "seed:make", "x", "--template", "change")]
    [InlineData("CAIRN1020", "seed:run")]
    [InlineData("CAIRN7009", "seed:run", "--sql")]
    public async Task A_wrong_call_is_refused(string code, params string[] arguments)
    {
        var result = await _tool.RunAsync(arguments);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(code, result.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_tool.Folder, "*.db"));
    }

    [Fact]
    public async Task A_name_that_is_not_there_is_told_with_the_nearest()
    {
        _tool.Write("extensions/seeds/countries.csx", "").Write("extensions/seeds/users.sql", "");
        var result = await _tool.RunAsync("seed:run", "contries");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("CAIRN1020: There is no seed 'contries' in extensions/seeds.", result.Errors, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'countries'? Known: countries, users.", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_of_one_name_are_refused_with_both_paths()
    {
        _tool.Write("a/seeds/Users.csx", "").Write("b/seeds/users.sql", "");
        var result = await _tool.RunAsync("seed:run", "-e", "a", "-e", "b");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("CAIRN1020: Two seeds have one name: a/seeds/Users.csx and b/seeds/users.sql.", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_is_no_seed_is_warned_about()
    {
        _tool.Write("extensions/seeds/users.cs", "").Write("extensions/seeds/data.csv", "").Write("extensions/seeds/a.sql", "select 1;");
        var result = await _tool.RunAsync("seed:run");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("warning: extensions/seeds/users.cs is no seed", result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("data.csv", result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("async Task Tell(Db db) { }", "a.csx: error CAIRN2020", "the seed has no Run")]
    [InlineData("\nTask RunAsync(Db db) => Task.CompletedTask;", "a.csx(2", "rename RunAsync to Run")]
    [InlineData("void Up(Db db) { }", "a.csx(1", "one with Up is a migration")]
    [InlineData("void Run(Drill drill) { }", "a.csx(1", "is not what a seed calls")]
    [InlineData("async void Run(Db db) { }", "a.csx(1", "cannot be waited for")]
    [InlineData("void Run(Db db) { }\nvoid Run(Db db, CancellationToken token) { }", "a.csx(2", "two functions Run")]
    [InlineData("\n[NoTransaction] void Run(Db db) { }", "a.csx(2,2): error CAIRN2008", "[NoTransaction] has no effect on a seed")]
    [InlineData("void Run(Db db) { }\n[Timeout(\"1s\")] void Other() { }", "a.csx(2,2): error CAIRN2008", "put it on Run")]
    [InlineData("[Timeout(\"soon\")] void Run(Db db) { }", "a.csx(1,2): error CAIRN2008", "is no duration")]
    [InlineData("Console.WriteLine();\nvoid Run(Db db) { }", "a.csx(1,1): error CAIRN2004", "move them into Run")]
    public async Task What_is_no_seed_is_refused_with_its_line(string text, string place, string why)
    {
        _tool.Write("extensions/seeds/a.csx", text);
        var result = await _tool.RunAsync("seed:run");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(place, result.Errors, StringComparison.Ordinal);
        Assert.Contains(why, result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-- cairn: no-transaction\nselect 1;", "a.sql(1): error CAIRN2008")]
    [InlineData("select 1;\n-- cairn: timeout 1s\n", "a.sql(2): error CAIRN2008")]
    [InlineData("select 1;\n-- migrate:down\n", "a.sql(2): error CAIRN2020")]
    public async Task So_is_SQL(string text, string place)
    {
        _tool.Write("extensions/seeds/a.sql", text);
        var result = await _tool.RunAsync("seed:run");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(place, result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_for_other_databases_is_passed_over()
    {
        _tool.Write("extensions/seeds/a.sql", "-- cairn: client postgres\nnonsense;").Write("extensions/seeds/b.csx", "[Client(Client.MySql)] void Run(Db db) => db.Sql(\"nonsense\");");
        var result = await _tool.RunAsync("seed:run");
        Assert.True(result.ExitCode == 0, result.All);
        Assert.Equal("skipped a: it is for other databases\nskipped b: it is for other databases\n", result.Output);
    }

    [Fact]
    public async Task A_protected_environment_asks()
    {
        _tool.Write("cairn.json", """{ "environments": { "live": { "protected": true } } }""").Write("extensions/seeds/a.sql", "select 1;");
        Assert.Equal(0, (await _tool.RunAsync("seed:run")).ExitCode);
        var refused = await _tool.RunAsync("seed:run", "--env", "live");
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("CAIRN7008: seed:run would run a on", refused.Errors, StringComparison.Ordinal);
        Assert.Equal(0, (await _tool.RunAsync("seed:run", "--env", "live", "--dry-run")).ExitCode);
        Assert.Equal(0, (await _tool.RunAsync("seed:run", "--env", "live", "--yes")).ExitCode);
    }

    public void Dispose() => _tool.Dispose();
}
