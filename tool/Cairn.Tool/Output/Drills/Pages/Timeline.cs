using System.Globalization;
using Cairn.Runtime.Drills.Reports;

namespace Cairn.Tool.Output.Drills.Pages;

/// <summary>All steps at a glance: a bar for each, as long as it took, in the colour of how it ended.</summary>
internal static class Timeline
{
    public static void Write(HtmlText page, DrillReport report)
    {
        if (report.Migrations.Count == 0)
        {
            return;
        }

        var longest = report.Migrations.Max(drill => drill.Steps.Sum(step => step.Duration.TotalMilliseconds));
        page.Open("section", "timeline").Add("h2", "Timeline").Open("ol");
        foreach (var (drill, number) in report.Migrations.Select((drill, number) => (drill, number)))
        {
            page.Open("li").Open("a", null, $" href=\"#m{number}\"").Add("code", drill.Version).Say(" ").Say(drill.Name).Close("a");
            page.Add("span", DrillWords.Of(drill.Outcome), $"badge {DrillWords.Key(drill.Outcome)}").Open("div", "bars");
            for (var i = 0; i < drill.Steps.Count; i++)
            {
                Bar(page, drill.Steps[i], i, longest);
            }

            page.Close("div", "li");
        }

        page.Close("ol", "section");
    }

    private static void Bar(HtmlText page, DrillStep step, int number, double longest)
    {
        var word = Name(step.Direction, number);
        var share = longest > 0 ? step.Duration.TotalMilliseconds / longest * 100 : 0;
        var width = Math.Max(share, 1).ToString("0.#", CultureInfo.InvariantCulture);
        page.Open("div", "bar").Open("span", step.Direction == Cairn.Direction.Up ? "up" : "down", $" style=\"width:{width}%\"").Close("span");
        page.Add("em", $"{word} {DrillWords.Time(step.Duration)}").Close("div");
    }

    /// <summary>A step's name: up, down, up again.</summary>
    public static string Name(Cairn.Direction direction, int number) => direction == Cairn.Direction.Down ? "down" : number > 0 ? "up again" : "up";
}
