using System.Text;
using Cairn.Runtime.Linting.Rules;

namespace Cairn.Tests.Linting;

/// <summary>The part of docs/lint.md that is made from the rules.</summary>
internal static class LintPage
{
    private static readonly Dictionary<LintFamily, string> Families = new()
    {
        [LintFamily.DataLoss] = "L1xx: loss of data",
        [LintFamily.Locks] = "L2xx: locks and rewrites",
        [LintFamily.Application] = "L3xx: the running application",
        [LintFamily.Reversal] = "L4xx: the way back",
        [LintFamily.Portability] = "L5xx: several databases",
        [LintFamily.Lint] = "L9xx: about lint itself",
    };

    public static string Rules()
    {
        var text = new StringBuilder();
        foreach (var family in LintRules.All.GroupBy(rule => rule.Family))
        {
            text.Append($"### {Families[family.Key]}\n\n| rule | severity | databases | what it finds |\n|---|---|---|---|\n");
            foreach (var rule in family)
            {
                text.Append($"| [{rule.Code}](#{Anchor(rule)}) | {rule.Severity.ToString().ToLowerInvariant()} | {Databases(rule)} | {rule.Title} |\n");
            }

            foreach (var rule in family)
            {
                Describe(text.Append('\n'), rule);
            }

            text.Append('\n');
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void Describe(StringBuilder text, LintRule rule)
    {
        var kind = rule.Example.Ending == ".sql" ? "sql" : "csharp";
        text.Append($"#### {rule.Code} {rule.Title}\n**Why:** {rule.Why}\n\n**Fix:** {rule.Fix}\n\n");
        text.Append($"Found:\n```{kind}\n{rule.Example.Bad.TrimEnd()}\n```\n\nNot found:\n```{kind}\n{rule.Example.Good.TrimEnd()}\n```\n");
    }

    private static string Databases(LintRule rule) => rule.Clients.Count == 0 ? "all" : string.Join(", ", rule.Clients.Select(client => client switch
    {
        Client.Postgres => "PostgreSQL",
        Client.MySql => "MySQL",
        Client.MariaDb => "MariaDB",
        _ => "SQLite",
    }));

    private static string Anchor(LintRule rule) => string.Concat($"{rule.Code} {rule.Title}".ToLowerInvariant()
        .Where(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-' or '_')).Replace(' ', '-');
}
