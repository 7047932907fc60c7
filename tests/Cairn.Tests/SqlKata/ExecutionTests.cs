using System.Collections;
using System.Globalization;
using SqlKata.Compilers;
using SqlKata.Execution;
using Xunit;

namespace Cairn.Tests.SqlKataTests;

/// <summary>What is built runs on SQLite as SqlKata 4.0.1 was seen to run.</summary>
public class ExecutionTests
{
    [Fact]
    public async Task Every_statement_runs_that_was_seen_to_run()
    {
        await using var connection = await KataDatabase.OpenAsync();
        var run = 0;
        List<string> failures = [];
        foreach (var item in KataCase.All.Where(item => !item.Execution && Runs(item)))
        {
            run++;
            try
            {
                await KataDatabase.RunAsync(connection, KataCompilation.Compile(item, "sqlite"));
            }
            catch (Exception error)
            {
                failures.Add($"{item.Id}: {error.Message}");
            }
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures));
        Assert.True(run > 90, $"Only {run} cases ran.");
    }

    [Fact]
    public async Task Every_case_of_execution_logs_and_gives_what_was_recorded()
    {
        await using var connection = await KataDatabase.OpenAsync();
        using var factory = new QueryFactory(connection, new SqliteCompiler());
        List<KataStatement> logged = [];
        factory.Logger = compiled => logged.Add(KataBindings.Statement(compiled));
        var run = 0;
        List<string> failures = [];

        // In the order of the file: later cases count on the rows of earlier ones.
        foreach (var item in KataCase.All.Where(item => item.Execution))
        {
            run++;
            logged.Clear();
            var recorded = item.Outcomes["sqlite"];
            var deviation = KataExpressions.IsOurs ? KataDeviations.For(item.Id, "sqlite") : null;
            if (deviation is null && recorded.Statements.Any(statement => statement.Sql.Contains('…', StringComparison.Ordinal)))
            {
                TestContext.Current.AddWarning($"{item.Id} is not compared: its SQL was recorded shortened.");
                continue;
            }

            var expected = deviation?.Result ?? recorded.Result ?? recorded.Runs!.Split(':')[0];
            var actual = await OutcomeAsync(item, factory);
            if (actual != expected || !logged.SequenceEqual(deviation?.Statements ?? recorded.Statements))
            {
                failures.Add($"{item.Id}: expected {expected}, got {actual} by {Shortened(string.Join(' ', logged))}");
            }
        }

        Assert.Equal(KataCase.All.Count(item => item.Execution), run);
        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    private static bool Runs(KataCase item) =>
        (KataExpressions.IsOurs ? KataDeviations.For(item.Id, "sqlite")?.Runs : null) ?? item.Outcomes["sqlite"].Runs == "ok";

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

    private static string Shortened(string text) => text.Length > 500 ? text[..500] + "…" : text;
}
