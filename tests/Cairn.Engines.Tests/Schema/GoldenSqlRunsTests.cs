using Cairn.Engines.Tests.Servers;
using Cairn.Engines.Tests.Tools;
using Cairn.Tests.Schema.Golden;

namespace Cairn.Engines.Tests.Schema;

/// <summary>A golden text that never ran is an opinion: each is what the real catalogue leads to, and runs, and is undone where it can be.</summary>
public sealed class GoldenSqlRunsTests(EngineServers servers)
{
    public static TheoryData<string, string> Cases
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var engine in new[] { EngineNames.Sqlite, EngineNames.Postgres, EngineNames.MariaDb, EngineNames.MySql })
            {
                foreach (var golden in GoldenCases.All.Where(golden => golden.Clients.Contains(LiveSchema.ClientOf(engine)) && golden.CannotRunOnPlainServer is null))
                {
                    data.Add(engine, golden.Name);
                }
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public async Task Its_text_is_what_the_database_leads_to_and_runs(string engine, string name)
    {
        var golden = GoldenCases.All.Single(golden => golden.Name == name);
        await using var database = await servers.CreateDatabaseAsync(engine);
        await using var schema = await LiveSchema.OpenAsync(database);
        await schema.RunAsync(golden.Setup);
        var body = QueueRecorder.Gather(schema.Dialect.Client, golden.Body);

        var text = await schema.RunAsync(body);

        var file = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "tests", "Cairn.Tests", "golden", engine, name + ".sql"), TestContext.Current.CancellationToken);
        Assert.Equal(file[(file.IndexOf("-- body\n", StringComparison.Ordinal) + 8)..], text, ignoreLineEndingDifferences: true);

        foreach (var table in await schema.Inspector.ListTablesAsync(schema: null, TestContext.Current.CancellationToken))
        {
            Assert.NotNull(await schema.Inspector.FindTableAsync(table.Name, TestContext.Current.CancellationToken));
        }

        // A Change runs these: each must be sayable and runnable too, up to the first that cannot be undone.
        foreach (var operation in body.Reverse().TakeWhile(operation => operation.Invert().Operation is not null))
        {
            await schema.RunAsync([operation.Invert().Operation!]);
        }
    }
}
