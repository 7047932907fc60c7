using Cairn.Tool.Output.Fleets;

namespace Cairn.Tool.Output;

/// <summary>Prints a report the way that was asked for.</summary>
internal static class ReportPrinter
{
    /// <returns>The exit code.</returns>
    public static int Print(CommandReport report, Printer printer)
    {
        if (printer.Json)
        {
            printer.Document(JsonReport.Text(report));
        }
        else
        {
            foreach (var line in report.Answer)
            {
                printer.Answer(line);
            }

            if (report.Table is { } table)
            {
                PrintTable(table, printer);
            }

            foreach (var line in report.Summary)
            {
                printer.Result(line);
            }
        }

        if (report.Fleet is { } fleet)
        {
            FleetText.PrintFailures(fleet, printer);
        }

        if (report.Error is { } error)
        {
            ErrorText.Print(error, printer);
        }

        return report.ExitCode;
    }

    private static void PrintTable(TextTable table, Printer printer)
    {
        if (printer.DrawsTables)
        {
            DrawnTable.Print(table, printer);
            return;
        }

        foreach (var line in PlainTable.Lines(table))
        {
            printer.Answer(line);
        }
    }
}
