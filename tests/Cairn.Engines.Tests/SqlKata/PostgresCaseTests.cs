using System.Collections;
using System.Globalization;
using Cairn.Engines.Tests.Servers;
using Cairn.Tests.SqlKataTests;
using SqlKata.Compilers;
using SqlKata.Execution;

namespace Cairn.Engines.Tests.SqlKata;

/// <summary>What SqlKata 4.0.1 was seen to run on PostgreSQL runs on a real one, through Npgsql, with what is built here.</summary>
public sealed class PostgresCaseTests(EngineServers servers)
{
    private const string Engine = EngineNames.Postgres;

    public static TheoryData<string> Statements => [.. KataCase.All.Where(item => !item.Execution && Runs(item)).Select(item => item.Id)];

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
        List<string> failures = [];
        // In the order of the file: later cases count on the rows of earlier ones.
        foreach (var item in KataCase.All.Where(item => item.Execution))
        {
            var actual = await OutcomeAsync(item, factory);
            if (actual != Expected(item))
            {
                failures.Add($"{item.Id}: expected {Expected(item)}, got {actual}");
            }
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    private static bool Runs(KataCase item) => Deviation(item, Engine)?.Runs ?? item.Outcomes[Engine].Runs == "ok";

    /// <summary>Deviations of execution were written down for SQLite; they are the same here.</summary>
    private static string Expected(KataCase item)
    {
        var recorded = item.Outcomes[Engine];
        return Deviation(item, EngineNames.Sqlite)?.Result ?? recorded.Result ?? recorded.Runs!.Split(':')[0];
    }

    private static KataDeviation? Deviation(KataCase item, string dialect) =>
        KataExpressions.IsOurs ? KataDeviations.For(item.Id, dialect) : null;

    private static async Task<string> OutcomeAsync(KataCase item, QueryFactory factory)
    {
        try
        {
            return await KataExpressions.RunAsync(item, factory) switch
            {
                null => "null",
                IEnumerable rows and not string => $"rows: {rows.Cast<object>().Count()}",
                var value => string.Create(CultureInfo.InvariantCulture, $"{value.GetType().Name} {value}"),
            };
        }
        catch (Exception error) when (error is InvalidOperationException or System.Data.Common.DbException)
        {
            return error.GetType().Name;
        }
    }
}
