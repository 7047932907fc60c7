namespace Cairn.Tool.Output.Drills.Pages;

/// <summary>An error: what went wrong, where, the state of the copy, and how to mend it.</summary>
internal static class ErrorBlock
{
    public static void Write(HtmlText page, CairnException error)
    {
        page.Open("div", "error").Open("p").Add("code", error.Code).Say(" ").Say(error.Message).Close("p");
        if (error.File is not null)
        {
            page.Open("p").Add("code", $"{error.File}{(error.Line is { } line ? $"({line})" : "")}").Close("p");
        }

        if (error.Sql is not null)
        {
            page.Add("pre", error.Sql);
        }

        if (error.Fix is not null)
        {
            page.Open("p").Add("strong", "Fix: ").Say(error.Fix).Close("p");
        }

        page.Close("div");
    }
}
