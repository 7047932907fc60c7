using Cairn.Benchmarks.Histories;
using Cairn.Benchmarks.Measurements;
using Cairn.Benchmarks.Parts;
using Cairn.Benchmarks.Reports;
using Cairn.Benchmarks.Rows;
using Xunit;

namespace Cairn.Tests.Benchmarks;

/// <summary>That the benchmarks can be run, and count right. No time is looked at.</summary>
public sealed class BenchmarkTests
{
    private static readonly Row Row = new(RowKind.Many, "sqlite", 0, 1000);

    [Fact]
    public void Each_of_the_parts_runs_once()
    {
        using var output = new StringWriter();
        Assert.True(Smoke.Run(output) == 0, output.ToString());
    }

    [Fact]
    public void The_median_is_the_middle_and_of_an_even_number_the_mean_of_two()
    {
        Assert.Equal(3, Medians.Median([9, 1, 3]));
        Assert.Equal(2.5, Medians.Median([4, 1, 2, 3]));
        Assert.Throws<ArgumentException>(() => Medians.Median([]));
    }

    [Fact]
    public void A_table_has_ratios_to_the_driver_and_the_reason_where_there_are_no_figures() => Assert.Equal(
        """
        | what | who | wall ms | CPU ms | a script: wall, CPU ms | × hello: wall, CPU | × driver: wall, CPU | MB |
        |---|---|---:|---:|---:|---:|---:|---:|
        | 1,000 pending, sqlite | plain driver | 2,000 | 400 | 2.00, 0.40 |  | 1.00, 1.00 |  |
        |  | Cairn, warm | 3,000 | 1,000 | 3.00, 1.00 |  | 1.50, 2.50 |  |
        |  | knex | not measured: there is no node | | | | | |
        """.ReplaceLineEndings(),
        ResultTable.Of(Results()));

    [Fact]
    public void Goals_stand_beside_what_came_out() => Assert.Equal(
        """
        | goal | at most | by wall time | by CPU time |
        |---|---:|---:|---:|
        | 1,000 pending, warm, sqlite: ms a script over the driver's | 1.3 | 1.00 | 0.60 |
        | 1,000 pending, warm, sqlite: times the driver | 1.3 | 1.50 | 2.50 |
        """.ReplaceLineEndings(),
        GoalTable.Of(Results()));

    [Fact]
    public void Only_what_is_between_the_marks_is_written_anew()
    {
        const string Page = "before\n<!-- bench -->\n\nold\n\n<!-- end of bench -->\nafter\n";
        Assert.Equal(Page.Replace("old", "new", StringComparison.Ordinal), PerformancePage.With(Page, "new"));
    }

    [Fact]
    public void Names_are_in_order_and_no_two_are_alike()
    {
        var names = Enumerable.Range(1, 10_000).Select(History.CairnVersion).ToArray();
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
        Assert.Distinct(names);
        Assert.Equal(10_000, RowList.All.Max(row => row.Total));
    }

    private static Result[] Results() =>
    [
        new(Row, "plain driver", new Medians(2000, 400, 0, 3), null),
        new(Row, "Cairn, warm", new Medians(3000, 1000, 0, 3), null),
        new(Row, "knex", null, "there is no node"),
    ];
}
