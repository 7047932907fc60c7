using Cairn.Runtime.Drills.Reports;

namespace Cairn.Tool.Output.Drills.Pages;

/// <summary>One story: its calls in order, and where it ended.</summary>
internal static class ScriptSection
{
    public static void Write(HtmlText page, ScriptDrill drill)
    {
        page.Open("section", $"migration {DrillWords.Key(drill.Outcome)}").Open("h2").Say(drill.Path);
        page.Add("span", DrillWords.Of(drill.Outcome), $"badge {DrillWords.Key(drill.Outcome)}").Close("h2");
        if (drill.Error is { } error)
        {
            ErrorBlock.Write(page, error);
        }

        page.Open("ol", "events");
        foreach (var step in drill.Events)
        {
            page.Open("li").Say(step.What).Add("span", $"{(step.Line is { } line ? $"line {line}, " : "")}{DrillWords.Time(step.Duration)}", "when").Close("li");
        }

        page.Close("ol", "section");
    }
}
