using System.Text.Json;
using Cairn.Runtime.Linting.Reports;
using Cairn.Runtime.Migrations;
using Cairn.Tests.House.Sources;
using Cairn.Tests.Linting.Schemas;
using Cairn.Tool.Output.Lints;
using Xunit;

namespace Cairn.Tests.Linting;

/// <summary>The formats that other programs read.</summary>
public sealed class LintFormatTests
{
    private static readonly LintFinding Odd = new("L101", LintSeverity.Error, "50% of \"a, b\":\r\nlost", "mend\nit")
    {
        File = "extensions\\migrations\\2026,A: ü x.csx",
        Line = 7,
        Table = "a, b",
    };

    private static readonly LintReport Report = new(Client.Postgres, "shop", new Version(15, 8))
    {
        Migrations =
        [
            new MigrationLint("20260301A", "A", MigrationSourceKind.Custom, "x.csx", Applied: false)
            {
                Findings = [Odd, Odd with { Rule = "L406", Severity = LintSeverity.Warning, Line = null, File = "y.csx" }, Odd with { Rule = "L405", Severity = LintSeverity.Info, File = "z.csx" }],
                Waived = [new WaivedFinding(Odd with { Rule = "L102" }, "nobody reads it")],
            },
        ],
    };

    [Fact]
    public void GitHub_gets_what_it_would_misread_escaped() => Assert.Equal(
        [
            "::error file=extensions/migrations/2026%2CA%3A ü x.csx,line=7,title=L101::50%25 of \"a, b\":%0D%0Alost%0Amend%0Ait",
            "::warning file=y.csx,title=L406::50%25 of \"a, b\":%0D%0Alost%0Amend%0Ait",
            "::notice file=z.csx,line=7,title=L405::50%25 of \"a, b\":%0D%0Alost%0Amend%0Ait",
        ],
        LintGitHub.Lines(Report));

    [Fact]
    public void Text_is_one_line_for_a_finding_and_one_for_its_fix()
    {
        var lines = LintText.Findings(Report).ToList();
        Assert.Equal("extensions\\migrations\\2026,A: ü x.csx(7): error L101: 50% of \"a, b\": lost", lines[0]);
        Assert.Equal("  fix: mend it", lines[1]);
        Assert.StartsWith("y.csx: warning L406: ", lines[2], StringComparison.Ordinal);
        Assert.Equal("1 error, 1 warning, 1 info found in 1 migration, by the rules for PostgreSQL 15.8.", LintText.Summary(Report).Last());
    }

    [Fact]
    public void JSON_has_the_waived_ones_with_their_reason()
    {
        var lines = LintLine.Of(Report);
        Assert.Equal(["L101", "L406", "L405", "L102"], lines.Select(line => line.Rule));
        Assert.Equal([null, null, null, "nobody reads it"], lines.Select(line => line.Waived));
    }

    [Fact]
    public void SARIF_is_what_its_schema_demands()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "tests", "Cairn.Tests", "Linting", "Schemas", "sarif-2.1.0.json")));
        using var document = JsonDocument.Parse(LintSarif.Text(Report));
        Assert.Equal([], JsonSchemaCheck.Errors(schema.RootElement, document.RootElement));

        // A document that lacks what the schema demands, or has what it does not know, is told.
        foreach (var (right, wrong) in new[] { ("\"version\"", "\"versions\""), ("\"results\"", "\"findings\""), ("\"level\": \"note\"", "\"level\": \"info\""), ("\"startLine\": 7", "\"startLine\": 0") })
        {
            var text = LintSarif.Text(Report);
            Assert.Contains(right, text, StringComparison.Ordinal);
            using var broken = JsonDocument.Parse(text.Replace(right, wrong, StringComparison.Ordinal));
            Assert.NotEmpty(JsonSchemaCheck.Errors(schema.RootElement, broken.RootElement));
        }
    }

    [Fact]
    public void SARIF_has_each_finding_with_its_rule_and_place()
    {
        using var document = JsonDocument.Parse(LintSarif.Text(Report));
        var root = document.RootElement;
        Assert.Equal("2.1.0", root.GetProperty("version").GetString());
        var run = Assert.Single(root.GetProperty("runs").EnumerateArray());
        var driver = run.GetProperty("tool").GetProperty("driver");
        Assert.Equal("Cairn", driver.GetProperty("name").GetString());
        var rules = driver.GetProperty("rules").EnumerateArray().ToList();
        Assert.Equal(LintRuleInfo.All.Select(rule => rule.Code), rules.Select(rule => rule.GetProperty("id").GetString()));
        Assert.All(rules, rule => Assert.Contains(rule.GetProperty("defaultConfiguration").GetProperty("level").GetString(), new[] { "error", "warning", "note" }));
        var results = run.GetProperty("results").EnumerateArray().ToList();
        Assert.Equal(["error", "warning", "note", "error"], results.Select(result => result.GetProperty("level").GetString()));
        Assert.All(results, result =>
        {
            Assert.Equal(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
            Assert.NotEqual("", result.GetProperty("message").GetProperty("text").GetString());
            var place = Assert.Single(result.GetProperty("locations").EnumerateArray()).GetProperty("physicalLocation");
            Assert.True(Uri.IsWellFormedUriString(place.GetProperty("artifactLocation").GetProperty("uri").GetString(), UriKind.Relative));
            Assert.True(!place.TryGetProperty("region", out var region) || region.GetProperty("startLine").GetInt32() >= 1);
        });
        Assert.Equal("extensions/migrations/2026%2CA%3A%20%C3%BC%20x.csx", results[0].GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.False(results[1].GetProperty("locations")[0].GetProperty("physicalLocation").TryGetProperty("region", out _));
        var suppressed = Assert.Single(results[3].GetProperty("suppressions").EnumerateArray());
        Assert.Equal(("inSource", "nobody reads it"), (suppressed.GetProperty("kind").GetString(), suppressed.GetProperty("justification").GetString()));
    }
}
