using System.Data.Common;
using Cairn.Engines.Tests.Servers;
using Cairn.Tests.SqlKataTests;
using SqlKata.Compilers;
using SqlKata.Execution;

namespace Cairn.Engines.Tests.SqlKata;

/// <summary>What SqlKata 4.0.1 was seen to run on MySQL and MariaDB runs on real ones, with what is built here.</summary>
public sealed class MySqlCaseTests(EngineServers servers)
{
    private const string Dialect = EngineNames.MySql;

    /// <summary>All statements in one database, each taken back: making tables is what is slow here.</summary>
    [Theory, MemberData(nameof(EngineNames.MySqlFamily), MemberType = typeof(EngineNames))]
    public async Task Every_statement_that_was_seen_to_run_runs(string engine)
    {
        await using var database = await servers.CreateDatabaseAsync(engine);
        await using var connection = await KataServer.OpenAsync(database);
        var statements = KataCase.All.Where(item => !item.Execution && KataOutcomes.Runs(item, Dialect)).ToList();
        List<string> failures = [];
        foreach (var item in statements)
        {
            try
            {
                await KataDatabase.RunAsync(connection, KataCompilation.Compile(item, Dialect));
            }
            catch (DbException error)
            {
                failures.Add($"{item.Id}: {error.Message}");
            }
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures));
        Assert.True(statements.Count > 90, $"Only {statements.Count} cases run.");
        Assert.Equal("2", await database.ScalarAsync("select count(*) from users"));
    }

    [Theory, MemberData(nameof(EngineNames.MySqlFamily), MemberType = typeof(EngineNames))]
    public async Task Every_case_of_execution_gives_what_was_recorded(string engine)
    {
        await using var database = await servers.CreateDatabaseAsync(engine);
        await using var connection = await KataServer.OpenAsync(database);
        using var factory = new QueryFactory(connection, new MySqlCompiler());
        var failures = await KataOutcomes.FailuresAsync(Dialect, factory);
        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }
}
