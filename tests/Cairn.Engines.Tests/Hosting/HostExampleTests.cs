using System.Net;
using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Hosting;

/// <summary>Example 06: an application with Cairn in it, taken from the packages, looked at over HTTP.</summary>
public sealed class HostExampleTests(PackedExample example, EngineServers servers) : IClassFixture<PackedExample>
{
    private static readonly string[] Versions = ["20260401A", "20260402A", "20260403A", "20260410A"];

    [Fact]
    public async Task Three_replicas_that_start_at_once_come_up_and_each_migration_runs_once()
    {
        await using var database = await servers.CreateDatabaseAsync(EngineNames.Postgres);
        var replicas = Enumerable.Range(0, 3).Select(_ => Replica.Start(example, Connection(database))).ToList();
        try
        {
            await Task.WhenAll(replicas.Select(replica => replica.UpAsync()));
            foreach (var replica in replicas)
            {
                var (status, body) = await replica.GetAsync("/health");
                Assert.Equal((HttpStatusCode.OK, "Healthy"), (status, body.GetProperty("status").GetString()));
                Assert.Equal(["about-us", "imprint", "opening-hours"], await SlugsAsync(replica));
            }

            Assert.Equal(Versions, await database.RowsAsync("select version from cairn_migrations where version not like '%Z_' order by version"));
            Assert.Equal(Versions, await database.RowsAsync("select version from cairn_history where outcome = 'applied' and version not like '%Z_' order by id"));
            Assert.Equal(["Cms 2.1.0"], await database.RowsAsync("select distinct tool_version from cairn_history"));
            var logs = replicas.ConvertAll(replica => replica.Output);
            Assert.Single(logs, log => log.Contains("The page with the opening hours is there.", StringComparison.Ordinal));
        }
        finally
        {
            foreach (var replica in replicas)
            {
                await replica.DisposeAsync();
            }
        }
    }

    [Fact]
    public async Task A_customers_new_script_is_degraded_health_until_it_is_applied()
    {
        await using var database = await servers.CreateDatabaseAsync(EngineNames.Postgres);
        var extensions = Directory.CreateTempSubdirectory("cairn-extensions-").FullName;
        var migrations = Directory.CreateDirectory(Path.Combine(extensions, "migrations")).FullName;
        await using var replica = Replica.Start(example, Connection(database), $"--Extensions={extensions}");
        await replica.UpAsync();
        Assert.Equal(["about-us", "imprint"], await SlugsAsync(replica));

        await File.WriteAllTextAsync(
            Path.Combine(migrations, "20260501A-contact.sql"), "-- up\ninsert into pages (title, slug) values ('Contact', 'contact');\n-- down\ndelete from pages where slug = 'contact';\n");
        var (status, health) = await replica.GetAsync("/health");
        Assert.Equal((HttpStatusCode.OK, "Degraded"), (status, health.GetProperty("status").GetString()));
        Assert.Equal("20260501A", health.GetProperty("checks").GetProperty("migrations").GetProperty("data").GetProperty("pending")[0].GetString());

        var (_, applied) = await replica.PostAsync("/migrations");
        Assert.Equal(["20260501A"], applied.EnumerateArray().Select(version => version.GetString()));
        Assert.Equal("Healthy", (await replica.GetAsync("/health")).Body.GetProperty("status").GetString());

        // The hook emptied the cache that the first look filled.
        Assert.Equal(["about-us", "contact", "imprint"], await SlugsAsync(replica));
        var listed = (await replica.GetAsync("/migrations")).Body.EnumerateArray().ToLookup(line => line.GetProperty("source").GetString(), line => line.GetProperty("version").GetString());
        Assert.Equal(["20260401A", "20260402A", "20260403A"], listed["Host"]);
        Assert.Equal(["20260501A"], listed["Custom"]);
        Assert.NotEmpty(listed["BuiltIn"]);

        await database.DropAsync();
        var (unhealthy, report) = await replica.GetAsync("/health");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), (unhealthy, report.GetProperty("status").GetString()));
        Directory.Delete(extensions, recursive: true);
    }

    [Fact]
    public async Task A_replica_that_only_checks_warns_and_changes_nothing()
    {
        await using var database = await servers.CreateDatabaseAsync(EngineNames.Postgres);
        await using var replica = Replica.Start(example, Connection(database), "--Start=check");
        await replica.UpAsync();
        Assert.Contains($"are pending on {Name(database)}: {string.Join(", ", Versions)}", replica.Output, StringComparison.Ordinal);
        Assert.Empty(await database.TablesAsync());
    }

    [Fact]
    public async Task What_is_traced_and_measured_is_shown_on_the_console()
    {
        await using var database = await servers.CreateDatabaseAsync(EngineNames.Postgres);
        await using var replica = Replica.Start(example, Connection(database), "--Telemetry=console");
        await replica.UpAsync();
        await replica.GetAsync("/health");
        await replica.StopAsync();
        string[] expected =
        [
            "span migrate:latest ", "span migration up ", "span migrate:check ", "cairn.migration.version=20260410A", "db.system.name=postgresql", $"db.namespace={Name(database)}",
            "db.query.text=insert into pages (title) values (?), (?)", "db.query.summary=insert pages", "metric cairn.migration.duration (s) ", "metric cairn.migrations ({migration}) ",
            "metric cairn.migrations.pending ({migration}) 0 ",
        ];
        Assert.All(expected, text => Assert.Contains(text, replica.Output, StringComparison.Ordinal));
        Assert.All(
            replica.Output.Split('\n').Where(line => line.StartsWith("span ", StringComparison.Ordinal) || line.StartsWith("  event ", StringComparison.Ordinal)),
            line => Assert.DoesNotContain("Imprint", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_script_that_does_not_compile_keeps_the_application_from_starting()
    {
        await using var database = await servers.CreateDatabaseAsync(EngineNames.Postgres);
        var extensions = Directory.CreateTempSubdirectory("cairn-extensions-").FullName;
        Directory.CreateDirectory(Path.Combine(extensions, "migrations"));
        await File.WriteAllTextAsync(Path.Combine(extensions, "migrations", "20260501A-broken.csx"), "void Up(Db db) => db.Nothing();\nvoid Down(Db db) { }\n");
        await using var replica = Replica.Start(example, Connection(database), $"--Extensions={extensions}");
        Assert.NotEqual(0, await replica.EndAsync());
        Assert.Contains("'Db' does not contain a definition for 'Nothing'", replica.Output, StringComparison.Ordinal);
        Assert.Empty(await database.TablesAsync());
        Directory.Delete(extensions, recursive: true);
    }

    private static async Task<IEnumerable<string?>> SlugsAsync(Replica replica)
    {
        var (status, body) = await replica.GetAsync("/pages");
        Assert.Equal(HttpStatusCode.OK, status);
        return body.EnumerateArray().Select(page => page.GetProperty("slug").GetString()).ToList();
    }

    private static string Name(TestDatabase database) => ((PostgresDatabase)database).Name;

    private static string Connection(TestDatabase database) => ((PostgresDatabase)database).ConnectionString;
}
