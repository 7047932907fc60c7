using System.Text.Json;
using Cairn.Engines.Tests.Servers;
using Cairn.Runtime.Linting.Rules;

namespace Cairn.Engines.Tests.Contracts;

/// <summary>The examples of docs/lint.md, on the database that each is for: the bad one gives exactly its finding, the good one none.</summary>
public sealed class LintExampleTests(EngineServers servers)
{
    public static TheoryData<string, string> Rules
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var rule in LintRules.All)
            {
                foreach (var engine in EnginesOf(rule))
                {
                    data.Add(engine, rule.Code);
                }
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(Rules))]
    public async Task The_bad_one_is_found_and_the_good_one_is_not(string engine, string code)
    {
        var rule = LintRules.Find(code)!;
        await using var project = await Project.NewAsync(servers, engine);
        if (rule.Example.Given.Length > 0)
        {
            await project.Database.ExecuteAsync(rule.Example.Given);
        }

        var state = await project.Database.StateAsync();
        var bad = await LintAsync(project, rule.Example, rule.Example.Bad);
        Assert.True(bad is [var only] && only.GetProperty("rule").GetString() == code, $"The bad example of {code} gives:\n{string.Join('\n', bad)}");
        var good = await LintAsync(project, rule.Example, rule.Example.Good);
        Assert.True(good.Count == 0, $"The good example of {code} gives:\n{string.Join('\n', good)}");
        Assert.Equal(state, await project.Database.StateAsync());
    }

    private static async Task<IReadOnlyList<JsonElement>> LintAsync(Project project, LintExample example, string script)
    {
        project.Write($"20260301A-example{example.Ending}", script);
        var options = example.Options.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var result = await project.DoAsync(["migrate:lint", "--json", "--fail", "never", .. options]);
        return [.. result.Json.GetProperty("findings").EnumerateArray().Where(finding => finding.GetProperty("waived").ValueKind == JsonValueKind.Null)];
    }

    private static IEnumerable<string> EnginesOf(LintRule rule) => rule.Example.On switch
    {
        Client.Sqlite => [EngineNames.Sqlite],
        Client.Postgres => [EngineNames.Postgres],
        _ => EngineNames.MySqlFamily.Select(row => row.Data),
    };
}
