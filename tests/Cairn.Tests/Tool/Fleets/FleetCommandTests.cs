using Cairn.Tests.Tool.Calls;
using Xunit;

namespace Cairn.Tests.Tool.Fleets;

/// <summary>Commands with <c>--targets</c>, on files of SQLite.</summary>
public sealed class FleetCommandTests : IDisposable
{
    private const string Lines = "acme = sqlite:acme.db\nbolt = sqlite:bolt.db\ncoca = sqlite:coca.db\n";
    private readonly CalledTool _tool = new();

    public FleetCommandTests() => _tool
        .Write("tenants.txt", Lines)
        .Write("extensions/migrations/20260301A-first.sql", "-- up\ncreate table a (b text);\n-- down\ndrop table a;\n")
        .Write("extensions/migrations/20260302A-second.sql", "-- up\ncreate table c (d text);\n-- down\ndrop table c;\n");

    [Theory]
    [InlineData("database:install")]
    [InlineData("bootstrap")]
    [InlineData("migrate:mark --all")]
    [InlineData("migrate:current")]
    [InlineData("migrate:list --pending")]
    [InlineData("migrate:status")]
    [InlineData("migrate:plan --sql")]
    [InlineData("migrate:latest --dry-run")]
    [InlineData("migrate:latest --single-transaction")]
    [InlineData("migrate:latest --phase after")]
    [InlineData("migrate:latest --undo-failed")]
    [InlineData("migrate:validate")]
    [InlineData("schema:fingerprint")]
    [InlineData("database migrate:latest --verbose")]
    public async Task A_command_that_takes_it_is_run_on_each(string command)
    {
        var result = await _tool.RunAsync([.. command.Split(' '), "--targets", "tenants.txt", "--json"]);
        Assert.True(result.ExitCode == 0, result.All);
        Assert.Equal(["acme.db", "bolt.db", "coca.db"], result.Json.GetProperty("targets").EnumerateArray().Select(target => target.GetProperty("database").GetString()));
        Assert.All(result.Json.GetProperty("targets").EnumerateArray(), target => Assert.True(target.GetProperty("ok").GetBoolean()));
    }

    [Fact]
    public async Task A_difference_on_some_is_what_the_gate_found()
    {
        Assert.Equal(0, (await _tool.RunAsync("migrate:latest", "--targets", "tenants.txt")).ExitCode);
        Assert.Equal(0, (await _tool.RunAsync("schema:snapshot", "extensions/schema.yaml", "-c", "sqlite:acme.db")).ExitCode);
        Assert.Equal(0, (await _tool.RunAsync("schema:diff", "--targets", "tenants.txt")).ExitCode);
        Scalar("bolt.db", "alter table a add column odd text");
        var result = await _tool.RunAsync("schema:diff", "--targets", "tenants.txt");
        Assert.Equal(3, result.ExitCode);
        Assert.Contains("-- bolt\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("3 targets: 2 nothing to do, 1 failed.", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, 2, "CAIRN7008")]
    [InlineData("n\n", 130, "not confirmed")]
    [InlineData("y\n", 0, "Go on? [y/N]")]
    public async Task A_protected_environment_is_asked_about_once(string? typed, int code, string words)
    {
        _tool.Write("cairn.json", """{ "protected": true }""");
        Assert.Equal(0, (await _tool.RunAsync("migrate:latest", "--targets", "tenants.txt")).ExitCode);
        _tool.Typed = typed;
        var result = await _tool.RunAsync("migrate:down", "--to", "20260301A", "--targets", "tenants.txt", "--parallel", "3");
        Assert.True(result.ExitCode == code, result.All);
        Assert.Contains(words, result.Errors, StringComparison.Ordinal);
        Assert.Equal(typed is null ? 0 : 1, result.Errors.Split("Go on?").Length - 1);
        Assert.Contains("on 3 targets of tenants.txt", result.Errors, StringComparison.Ordinal);
        var list = await _tool.RunAsync("migrate:list", "--targets", "tenants.txt");
        Assert.Equal(3, list.Output.Split(code == 0 ? "1 pending" : "6 applied").Length - 1);
    }

    [Fact]
    public async Task One_failure_is_told_once_in_full_and_the_same_ones_together()
    {
        _tool.Write("extensions/migrations/20260303A-broken.sql", "-- up\ncreate table a (b text);\n-- down\n");
        var result = await _tool.RunAsync("migrate:latest", "--targets", "tenants.txt");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("acme, bolt, coca:\n", result.Errors, StringComparison.Ordinal);
        Assert.Single(result.Errors.Split('\n'), line => line.StartsWith("extensions/migrations/20260303A-broken.sql(2): error CAIRN", StringComparison.Ordinal));
        Assert.Contains("3 targets: 3 failed.", result.Output, StringComparison.Ordinal);

        // What does not compile changes nothing anywhere, and that is what 2 says.
        _tool.Write("extensions/migrations/20260303A-broken.sql", "no section").Write("tenants.txt", Lines.Replace(".db", "2.db", StringComparison.Ordinal));
        Assert.Equal(2, (await _tool.RunAsync("migrate:latest", "--targets", "tenants.txt")).ExitCode);
    }

    [Fact]
    public async Task Each_target_has_its_own_table_and_variables()
    {
        _tool.Write("cairn.json", """{ "variables": { "TENANT": "nobody", "REGION": "eu" } }""")
            .Write("tenants.yaml", "- name: acme\n  connection: sqlite:acme.db\n  table: own\n  variables: { TENANT: Acme }\n- name: bolt\n  connection: sqlite:bolt.db\n")
            .Write("extensions/migrations/20260303A-named.csx", "async Task Up(Db db) => await db.Query(\"a\").InsertAsync(new { b = db.Variable(\"TENANT\") + \" \" + db.Variable(\"REGION\") });\nvoid Down(Db db) { }\n");
        Assert.Equal(0, (await _tool.RunAsync("migrate:latest", "--targets", "tenants.yaml")).ExitCode);
        Assert.Equal("Acme eu", Scalar("acme.db", "select b from a"));
        Assert.Equal("nobody eu", Scalar("bolt.db", "select b from a"));
        Assert.Equal("7", Scalar("acme.db", "select count(*) from own"));
    }

    [Fact]
    public async Task A_bundle_is_for_all_of_them()
    {
        Assert.Equal(0, (await _tool.RunAsync("migrate:bundle", "-o", "app.bundle")).ExitCode);
        Directory.Delete(Path.Combine(_tool.Folder, "extensions"), recursive: true);
        var result = await _tool.RunAsync("bootstrap", "--bundle", "app.bundle", "--targets", "tenants.txt", "--json");
        Assert.True(result.ExitCode == 0, result.All);
        Assert.All(result.Json.GetProperty("targets").EnumerateArray(), target =>
        {
            Assert.Equal("bootstrap", target.GetProperty("command").GetString());
            Assert.Equal(6, target.GetProperty("migrations").GetArrayLength());
            Assert.Equal("sqlite", target.GetProperty("client").GetString());
        });
        Assert.Equal(2, (await _tool.RunAsync("migrate:latest", "--bundle", "tenants.txt", "--targets", "tenants.txt")).ExitCode);
    }

    [Fact]
    public async Task Seeds_are_compiled_once_and_run_on_all_of_them()
    {
        _tool.Write("extensions/seeds/rows.csx", "async Task Run(Db db) => await db.Query(\"a\").InsertAsync(new { b = \"seeded\" });\n");
        Assert.Equal(0, (await _tool.RunAsync("migrate:latest", "--targets", "tenants.txt")).ExitCode);
        var result = await _tool.RunAsync("seed:run", "--targets", "tenants.txt");
        Assert.True(result.ExitCode == 0, result.All);
        Assert.Equal(3, result.Output.Split("1 done").Length - 1);
        Assert.All(["acme.db", "bolt.db", "coca.db"], file => Assert.Equal("seeded", Scalar(file, "select b from a")));

        _tool.Write("extensions/seeds/rows.csx", "async Task Run(Db db) => nothing;\n");
        var broken = await _tool.RunAsync("seed:run", "--targets", "tenants.txt");
        Assert.Equal(2, broken.ExitCode);
        var told = broken.Errors.Split('\n').Where(line => line.StartsWith("extensions/seeds/rows.csx(1", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(told);
        Assert.Equal(told.Distinct(StringComparer.Ordinal), told);
    }

    [Fact]
    public async Task What_is_to_be_said_of_the_files_is_said_once()
    {
        _tool.Write("extensions/migrations/20260303A.notes.txt", "").Write("extensions/migrations/20260302A-second.SQL.orig", "").Write("extensions/migrations/20260304A-fourth.cs", "");
        var one = await _tool.RunAsync("migrate:latest", "-c", "sqlite:one.db");
        var fleet = await _tool.RunAsync("migrate:latest", "--targets", "tenants.txt");
        var warnings = one.Errors.Split('\n').Where(line => line.StartsWith("warning:", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(warnings);
        Assert.All(warnings, warning => Assert.Single(fleet.Errors.Split('\n'), line => line.Contains(warning, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Standard_input_may_name_them_and_quiet_says_nothing()
    {
        _tool.Typed = Lines;
        var result = await _tool.RunAsync("migrate:latest", "--targets=-", "-q");
        Assert.Equal((0, "", ""), (result.ExitCode, result.Output, result.Errors));
        Assert.Equal(3, Directory.EnumerateFiles(_tool.Folder, "*.db").Count());
    }

    [Fact]
    public async Task What_was_done_on_another_database_of_that_name_is_not_done()
    {
        Assert.Equal(0, (await _tool.RunAsync("migrate:latest", "--targets", "tenants.txt", "--report", "r.jsonl")).ExitCode);
        _tool.Write("tenants.txt", Lines.Replace("bolt.db", "moved.db", StringComparison.Ordinal));
        var result = await _tool.RunAsync("migrate:latest", "--targets", "tenants.txt", "--continue", "r.jsonl");
        Assert.Contains("3 targets: 1 done, 2 done before.", result.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_tool.Folder, "moved.db")));
    }

    public void Dispose() => _tool.Dispose();

    private string? Scalar(string file, string sql)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(_tool.Folder, file)};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()?.ToString();
    }
}
