using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Contracts;

/// <summary>What can be wrong with a connection to MySQL or MariaDB, and with what a user may do there.</summary>
public sealed class MySqlConnectionTests(EngineServers servers)
{
    [Theory, MemberData(nameof(EngineNames.MySqlFamily), MemberType = typeof(EngineNames))]
    public async Task A_server_that_is_not_there(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        await RefusedAsync(project, With(project, port: ServerFolder.FreePort()), 5, "CAIRN7004");
    }

    [Theory, MemberData(nameof(EngineNames.MySqlFamily), MemberType = typeof(EngineNames))]
    public async Task A_wrong_password(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        await using var user = await MySqlUser.CreateAsync(project.Database, "all privileges on *.*");
        await RefusedAsync(project, With(project, user: user.Name, password: "hush-hush"), 5, "CAIRN7005");
    }

    [Theory, MemberData(nameof(EngineNames.MySqlFamily), MemberType = typeof(EngineNames))]
    public async Task A_user_without_rights_on_the_database(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        await using var user = await MySqlUser.CreateAsync(project.Database, "usage on *.*");
        await RefusedAsync(project, With(project, user: user.Name, password: MySqlUser.Password), 5, "CAIRN7005");
    }

    [Theory, MemberData(nameof(EngineNames.MySqlFamily), MemberType = typeof(EngineNames))]
    public async Task A_database_that_does_not_exist(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        await RefusedAsync(project, With(project, database: "no_such_database"), 5, "CAIRN7006", "no_such_database");
    }

    [Theory, MemberData(nameof(EngineNames.MySqlFamily), MemberType = typeof(EngineNames))]
    public async Task The_other_servers_name(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        await RefusedAsync(project, With(project, scheme: engine == EngineNames.MySql ? EngineNames.MariaDb : EngineNames.MySql), 2, "CAIRN7003", $"{engine}://");
    }

    [Theory, MemberData(nameof(EngineNames.MySqlFamily), MemberType = typeof(EngineNames))]
    public async Task A_right_that_is_missing_in_the_middle(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        project.Write(Scripts.Name, Scripts.Good);
        await project.DoAsync("migrate:latest");
        await using var user = await MySqlUser.CreateAsync(project.Database, "select, insert, update, delete on *.*");
        project.Write("20260302A-more.csx", Scripts.Table("more"));
        var result = await project.RefuseAsync(
            1, ["CAIRN3001", "CREATE command denied", "right"], "migrate:latest", "--connection", With(project, user: user.Name, password: MySqlUser.Password));
        Assert.DoesNotContain(MySqlUser.Password, result.Output + result.Errors, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(EngineNames.MySqlFamily), MemberType = typeof(EngineNames))]
    public async Task A_statement_that_takes_too_long_is_stopped(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        project.Write(Scripts.Name, Scripts.Good);
        await project.DoAsync("migrate:latest");
        project.Write("20260302A-long.csx", Scripts.Up("    await db.Sql(\"update things set name = concat(name, sleep(600))\");"));
        await project.RefuseAsync(1, ["CAIRN3006"], "migrate:latest", "--statement-timeout", "300ms");
        await project.DoAsync("migrate:list");
    }

    [Theory, MemberData(nameof(EngineNames.MySqlFamily), MemberType = typeof(EngineNames))]
    public async Task A_table_that_somebody_else_holds_is_not_waited_for_for_ever(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        project.Write(Scripts.Name, Scripts.Good);
        await project.DoAsync("migrate:latest");
        project.Write("20260302A-wide.csx", Scripts.Up("    await db.Schema.AlterTable(\"things\", table => table.String(\"name\", 500).NotNull().Alter());").Replace(
            "async Task Up", "[LockTimeout(\"1s\"), NoTransaction]\nasync Task Up", StringComparison.Ordinal));
        await using var other = await project.Database.OpenAsync();
        await using var transaction = await other.BeginTransactionAsync();
        await using var read = other.CreateCommand();
        read.Transaction = transaction;
        read.CommandText = "select count(*) from things";
        await read.ExecuteScalarAsync();
        await project.RefuseAsync(
            1, ["CAIRN3007", "is half run", "not done, the database refused it", "Another session holds the lock", "LockTimeout"], "migrate:latest");
    }

    private static string With(Project project, string? scheme = null, string? user = null, string? password = null, int? port = null, string? database = null)
    {
        var url = new UriBuilder(project.Database.Url);
        url.Scheme = scheme ?? url.Scheme;
        url.UserName = user ?? url.UserName;
        url.Password = password ?? url.Password;
        url.Port = port ?? url.Port;
        url.Path = database is null ? url.Path : "/" + database;
        return url.Uri.AbsoluteUri;
    }

    private static async Task RefusedAsync(Project project, string url, int exitCode, params string[] words)
    {
        project.Write(Scripts.Name, Scripts.Good);
        foreach (var command in new[] { "migrate:latest", "migrate:list" })
        {
            var result = await project.RefuseAsync(exitCode, words, command, "--connection", url);
            var verbose = await project.RunAsync(command, "--verbose", "--connection", url);
            Assert.DoesNotContain("hush-hush", result.Output + result.Errors + verbose.Output + verbose.Errors, StringComparison.Ordinal);
        }
    }
}
