using Cairn.Engines.Tests.Servers;
using Cairn.Tests.SqlKataTests;
using SqlKata.Compilers;
using SqlKata.Execution;

namespace Cairn.Engines.Tests.SqlKata;

/// <summary>What SqlKata 4.0.1 was seen to run on PostgreSQL runs on a real one, through Npgsql, with what is built here.</summary>
public sealed class PostgresCaseTests(EngineServers servers)
{
    private const string Engine = EngineNames.Postgres;

    public static TheoryData<string> Statements => [.. KataCase.All.Where(item => !item.Execution && KataOutcomes.Runs(item, Engine)).Select(item => item.Id)];

    [Fact]
    public void Most_cases_run() => Assert.True(Statements.Count > 90, $"Only {Statements.Count} cases run.");

    [Theory, MemberData(nameof(Statements))]
    public async Task A_statement_that_was_seen_to_run_runs(string id)
    {
        await using var database = await servers.CreateDatabaseAsync(Engine);
        await using var connection = await KataServer.OpenAsync(database);
        await KataDatabase.RunAsync(connection, KataCompilation.Compile(KataCase.All.Single(item => item.Id == id), Engine));
    }

    [Fact]
    public async Task Every_case_of_execution_gives_what_was_recorded()
    {
        await using var database = await servers.CreateDatabaseAsync(Engine);
        await using var connection = await KataServer.OpenAsync(database);
        using var factory = new QueryFactory(connection, new PostgresCompiler());
        var failures = await KataOutcomes.FailuresAsync(Engine, factory);
        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }
}
