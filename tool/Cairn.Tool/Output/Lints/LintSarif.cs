using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cairn.Runtime.Linting.Reports;

namespace Cairn.Tool.Output.Lints;

/// <summary>Findings in the Static Analysis Results Interchange Format, version 2.1.0.</summary>
internal static class LintSarif
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text(LintReport report) => Document(report).ToJsonString(Readable);

    private static JsonObject Document(LintReport report) => new()
    {
        ["$schema"] = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        ["version"] = "2.1.0",
        ["runs"] = new JsonArray(new JsonObject
        {
            ["tool"] = new JsonObject
            {
                ["driver"] = new JsonObject
                {
                    ["name"] = "Cairn",
                    ["semanticVersion"] = ToolHost.Version,
                    ["rules"] = new JsonArray([.. LintRuleInfo.All.Select(Rule)]),
                },
            },
            ["columnKind"] = "utf16CodeUnits",
            ["originalUriBaseIds"] = new JsonObject { ["SRCROOT"] = new JsonObject { ["description"] = Message("The folder that the tool was run in.") } },
            ["results"] = new JsonArray([
                .. report.Findings.Select(finding => Result(finding, null)),
                .. report.Migrations.SelectMany(migration => migration.Waived).Select(waived => Result(waived.Finding, waived.Reason)),
            ]),
        }),
    };

    private static JsonObject Rule(LintRuleInfo rule) => new()
    {
        ["id"] = rule.Code,
        ["shortDescription"] = Message(rule.Title),
        ["fullDescription"] = Message(rule.Why),
        ["help"] = Message(rule.Fix),
        ["defaultConfiguration"] = new JsonObject { ["level"] = Level(rule.Severity) },
    };

    private static JsonObject Result(LintFinding finding, string? waivedBecause)
    {
        var place = new JsonObject
        {
            ["artifactLocation"] = new JsonObject { ["uri"] = Uri(finding.File), ["uriBaseId"] = "SRCROOT" },
        };
        if (finding.Line is { } line)
        {
            place["region"] = new JsonObject { ["startLine"] = line };
        }

        var result = new JsonObject
        {
            ["ruleId"] = finding.Rule,
            ["ruleIndex"] = LintRuleInfo.All.Select(rule => rule.Code).ToList().IndexOf(finding.Rule),
            ["level"] = Level(finding.Severity),
            ["message"] = Message($"{finding.Message}. {finding.Fix}"),
            ["locations"] = new JsonArray(new JsonObject { ["physicalLocation"] = place }),
        };
        if (waivedBecause is not null)
        {
            result["suppressions"] = new JsonArray(new JsonObject { ["kind"] = "inSource", ["justification"] = waivedBecause });
        }

        return result;
    }

    private static JsonObject Message(string text) => new() { ["text"] = text };

    private static string Level(LintSeverity severity) => severity == LintSeverity.Info ? "note" : LintText.Word(severity);

    private static string Uri(string file) => string.Join('/', file.Replace('\\', '/').Split('/').Select(System.Uri.EscapeDataString));
}
