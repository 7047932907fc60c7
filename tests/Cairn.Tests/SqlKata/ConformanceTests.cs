using Xunit;

namespace Cairn.Tests.SqlKataTests;

/// <summary>What is built gives the SQL and the bindings that SqlKata 4.0.1 was seen to give.</summary>
public class ConformanceTests
{
    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    [InlineData("mysql")]
    public void Every_case_is_compiled_as_recorded(string dialect)
    {
        var run = 0;
        List<string> failures = [];
        foreach (var item in KataCase.All.Where(item => !item.Execution))
        {
            run++;
            var recorded = item.Outcomes[dialect];
            var deviation = KataExpressions.IsOurs ? KataDeviations.For(item.Id, dialect) : null;
            var (throws, statements) = deviation is null ? (recorded.Throws, recorded.Statements) : (deviation.Throws, deviation.Statements);
            var (statement, error) = KataCompilation.Try(item, dialect);
            if (error?.GetType().Name != throws || (error is null && statement != statements.Single()))
            {
                failures.Add($"{item.Id}\n  expected {throws}{string.Join(';', statements)}\n  actual   {error?.Message}{statement}");
            }
        }

        Assert.Equal(KataCase.All.Count(item => !item.Execution), run);
        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    [Fact]
    public void Every_case_of_the_file_is_there()
    {
        Assert.Equal(140, KataCase.All.Count);
        Assert.Equal(KataCase.All.Count, KataCase.All.Select(item => item.Id).Distinct().Count());
    }

    [Fact]
    public void Deviations_differ_from_what_was_recorded()
    {
        Assert.SkipUnless(KataExpressions.IsOurs, "The real SqlKata is built: what ours does otherwise is not tested here.");
        foreach (var deviation in KataDeviations.All)
        {
            var recorded = KataCase.All.Single(item => item.Id == deviation.Id).Outcomes[deviation.Dialect];
            Assert.False(
                deviation.Throws == recorded.Throws && recorded.Statements.SequenceEqual(deviation.Statements),
                $"{deviation.Id} on {deviation.Dialect} is as recorded, so it is no deviation.");
        }
    }
}
