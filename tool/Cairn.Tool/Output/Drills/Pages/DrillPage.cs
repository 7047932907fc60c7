using System.Globalization;
using Cairn.Runtime.Drills.Reports;
using Cairn.Schema.Dialects;

namespace Cairn.Tool.Output.Drills.Pages;

/// <summary>A drill as one page that needs nothing else: no network, no script.</summary>
internal static class DrillPage
{
    public static string Text(DrillReport report)
    {
        var verdict = report.Passed ? "passed" : "failed";
        var page = new HtmlText()
            .Raw("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
            .Add("title", $"Drill of {report.Database}: {verdict}")
            .Raw("<style>\n").Raw(PageStyle.Text).Raw("</style></head><body>\n");
        Head(page, report, verdict);
        Timeline.Write(page, report);
        foreach (var (drill, number) in report.Migrations.Select((drill, number) => (drill, number)))
        {
            MigrationSection.Write(page, drill, number);
        }

        foreach (var drill in report.Scripts)
        {
            ScriptSection.Write(page, drill);
        }

        return page.Raw("<footer>").Say("Written by Cairn. A drill rehearses migrations on a scratch copy: up, down and up again, and compares structure and rows.")
            .Raw("</footer></body></html>\n").ToString();
    }

    private static void Head(HtmlText page, DrillReport report, string verdict)
    {
        page.Open("header").Open("h1").Say("Rollback drill of ").Add("strong", report.Database).Add("span", verdict, $"badge {verdict}").Close("h1");
        page.Add("p", DrillWords.Summary(report), "summary");
        page.Open("dl");
        foreach (var (name, value) in new[]
        {
            ("Database", Refusal.DisplayName(report.Client)),
            ("Began", report.StartedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture)),
            ("Took", DrillWords.Time(report.Duration)),
            ("Copy", report.Copy.Way),
            ("Rows", report.Copy.Data.ToString().ToLowerInvariant() + (report.Copy.Rows is { } rows ? $" ({DrillWords.Number(rows)})" : "")),
        })
        {
            page.Open("div").Add("dt", name).Add("dd", value).Close("div");
        }

        page.Close("dl");
        if (report.Error is { } error)
        {
            ErrorBlock.Write(page, error);
        }

        foreach (var warning in report.Warnings)
        {
            page.Add("p", warning, "note");
        }

        page.Close("header");
    }
}
