using Cairn.Runtime.Drills.Reports;

namespace Cairn.Tool.Output.Drills.Pages;

/// <summary>One migration: what is wrong first, then what it does, its rows, its cost and its SQL.</summary>
internal static class MigrationSection
{
    public static void Write(HtmlText page, MigrationDrill drill, int number)
    {
        page.Open("section", $"migration {DrillWords.Key(drill.Outcome)}", $" id=\"m{number}\"");
        page.Open("h2").Add("code", drill.Version).Say(" ").Say(drill.Name).Add("span", DrillWords.Of(drill.Outcome), $"badge {DrillWords.Key(drill.Outcome)}").Close("h2");
        page.Add("p", drill.Path, "file");
        Findings(page, drill);
        foreach (var note in drill.Notes)
        {
            page.Add("p", note, "note");
        }

        foreach (var (column, why) in drill.Lossy)
        {
            page.Open("p", "note").Say("Declared lossy, not compared: ").Add("code", column).Say($" – {why}").Close("p");
        }

        StructureSection.Write(page, drill);
        Rows(page, drill);
        Costs(page, drill);
        Statements(page, drill);
        page.Close("section");
    }

    private static void Findings(HtmlText page, MigrationDrill drill)
    {
        if (drill.Differences.Count > 0)
        {
            page.Open("div", "findings").Add("h3", "What the rollback does not restore").Open("ul");
            foreach (var difference in drill.Differences)
            {
                page.Open("li").Add("strong", difference.Subject).Say($": {difference.What}");
                if (difference.When != DrillMoment.Down)
                {
                    page.Add("span", DrillWords.When(difference.When), "when");
                }

                page.Close("li");
            }

            page.Close("ul", "div");
        }

        if (drill.Error is { } error)
        {
            ErrorBlock.Write(page, error);
        }
    }

    private static void Rows(HtmlText page, MigrationDrill drill)
    {
        if (drill.Tables.Count == 0)
        {
            return;
        }

        page.Open("details", null, drill.Tables.Any(table => !table.Same) ? " open" : "").Add("summary", $"Rows: {drill.Tables.Count(table => table.Same)} of {drill.Tables.Count} tables are the same after down");
        page.Table(
            ["Table", "Rows before", "Rows after down", "Content"],
            drill.Tables.Select(table => (table.Same ? null : "bad", (IReadOnlyList<string>)
            [
                table.Table,
                DrillWords.Number(table.Before),
                table.After is { } after ? DrillWords.Number(after) : "table is gone",
                table.Same ? "same" : table.Columns.Count > 0 ? $"differs in {string.Join(", ", table.Columns)}" : "differs",
            ])));
        page.Close("details");
    }

    private static void Costs(HtmlText page, MigrationDrill drill)
    {
        if (drill.Steps.Count == 0)
        {
            return;
        }

        page.Open("details").Add("summary", "Cost").Table(
            ["Step", "Time", "Rows changed", "Locks", "Tables written anew"],
            drill.Steps.Select((step, number) => ((string?)null, (IReadOnlyList<string>)
            [
                Timeline.Name(step.Direction, number),
                DrillWords.Time(step.Duration),
                DrillWords.Number(step.RowsChanged),
                string.Join("; ", step.Locks.Select(taken => $"{taken.Mode} on {taken.Table} for {DrillWords.Time(taken.Held)}")),
                string.Join(", ", step.Rewritten),
            ])));
        page.Close("details");
    }

    private static void Statements(HtmlText page, MigrationDrill drill)
    {
        foreach (var (step, number) in drill.Steps.Select((step, number) => (step, number)).Where(pair => pair.number < 2))
        {
            page.Open("details").Add("summary", $"SQL of {Timeline.Name(step.Direction, number)} ({step.Sql.Count})");
            page.Add("pre", step.Sql.Count == 0 ? "-- nothing" : string.Join(";\n\n", step.Sql) + ";").Close("details");
        }
    }
}
