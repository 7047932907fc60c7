using System.Collections;
using System.Globalization;
using Cairn.Engines.Tests.Servers;
using Cairn.Tests.SqlKataTests;
using SqlKata.Execution;

namespace Cairn.Engines.Tests.SqlKata;

/// <summary>What the recorded cases should give on a server, and what they give.</summary>
internal static class KataOutcomes
{
    /// <summary>Whether a statement was seen to run; on MariaDB the same ones were as on MySQL.</summary>
    public static bool Runs(KataCase item, string dialect) => Deviation(item, dialect)?.Runs ?? item.Outcomes[dialect].Runs == "ok";

    /// <summary>Runs all cases of execution in the order of the file, since later ones count on the rows of earlier ones; the ones that went wrong, in words.</summary>
    public static async Task<IReadOnlyList<string>> FailuresAsync(string dialect, QueryFactory factory)
    {
        List<string> failures = [];
        foreach (var item in KataCase.All.Where(item => item.Execution))
        {
            var (expected, actual) = (Expected(item, dialect), await OutcomeAsync(item, factory));
            if (actual != expected)
            {
                failures.Add($"{item.Id}: expected {expected}, got {actual}");
            }
        }

        return failures;
    }

    /// <summary>Deviations of execution were written down for SQLite; they are the same elsewhere.</summary>
    private static string Expected(KataCase item, string dialect)
    {
        var recorded = item.Outcomes[dialect];
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
