using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Drills.Corpus;

/// <summary>
/// Migrations with deliberately wrong Downs are caught with the object named, and none with a right one fails. <c>CAIRN_CORPUS=word</c> takes only the cases with that word in their names.
/// </summary>
public sealed class CorpusTests(EngineServers servers)
{
    private static readonly string[] Engines = [EngineNames.Sqlite, EngineNames.Postgres, EngineNames.MariaDb, EngineNames.MySql];

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task Every_wrong_rollback_is_named_and_no_right_one_fails(string engine)
    {
        var word = Environment.GetEnvironmentVariable("CAIRN_CORPUS") ?? "";
        var cases = CorpusFiles.Cases().Where(found => found.Engines.Contains(engine) && found.Name.Contains(word, StringComparison.Ordinal)).ToList();
        var drills = await CorpusRun.RunAsync(servers, engine, cases);
        var wrong = drills.Where(drill => drill.Case.Judge(drill.Drill) is not null).ToList();
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{engine}: {Count(drills, isWrong: true) - Count(wrong, isWrong: true)} of {Count(drills, isWrong: true)} wrong rollbacks caught by name, "
            + $"{Count(wrong, isWrong: false)} of {Count(drills, isWrong: false)} right ones not passed");
        Assert.True(wrong.Count == 0, string.Join("\n", wrong.Select(drill => drill.Case.Judge(drill.Drill))));
    }

    [Fact]
    public void The_corpus_is_as_large_as_the_page_says()
    {
        var cases = CorpusFiles.Cases();
        Assert.Equal(cases.Count, cases.Select(found => found.Name).Distinct(StringComparer.Ordinal).Count());
        Assert.InRange(cases.Count(found => found.IsWrong), 100, int.MaxValue);
        Assert.InRange(cases.Count(found => !found.IsWrong), 100, int.MaxValue);
        Assert.All(Engines, engine => Assert.All([true, false], isWrong => Assert.InRange(cases.Count(found => found.Engines.Contains(engine) && found.IsWrong == isWrong), 20, int.MaxValue)));
        CorpusPage.Hold(Table(cases));
    }

    private static int Count(IEnumerable<(CorpusCase Case, Runtime.Drills.Reports.MigrationDrill Drill)> drills, bool isWrong) => drills.Count(drill => drill.Case.IsWrong == isWrong);

    private static string Table(IReadOnlyList<CorpusCase> cases) => string.Join('\n', (string[])
    [
        "| | wrong rollbacks, all caught by name | right ones, none failed | as SQL | as C# |",
        "|---|---|---|---|---|",
        Row("SQLite", [.. cases.Where(found => found.Engines.Contains(EngineNames.Sqlite))]),
        Row("PostgreSQL", [.. cases.Where(found => found.Engines.Contains(EngineNames.Postgres))]),
        Row("MariaDB", [.. cases.Where(found => found.Engines.Contains(EngineNames.MariaDb))]),
        Row("MySQL", [.. cases.Where(found => found.Engines.Contains(EngineNames.MySql))]),
        Row("different migrations", cases),
    ]);

    private static string Row(string name, IReadOnlyList<CorpusCase> cases) =>
        $"| {name} | {cases.Count(found => found.IsWrong)} | {cases.Count(found => !found.IsWrong)} | {cases.Count(found => found.Ending == ".sql")} | {cases.Count(found => found.Ending == ".csx")} |";
}
