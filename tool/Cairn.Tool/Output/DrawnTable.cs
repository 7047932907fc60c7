using System.Runtime.CompilerServices;
using Cairn.Runtime.Execution;
using Spectre.Console;

namespace Cairn.Tool.Output;

/// <summary>A table for a terminal. The only place that touches Spectre.Console, so that nothing else loads it.</summary>
internal static class DrawnTable
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Print(TextTable table, Printer printer)
    {
        if (LookOnly.IsOn)
        {
            throw new MoreToDoException();
        }

        var drawn = new Table { Border = TableBorder.Rounded };
        foreach (var header in table.Headers)
        {
            drawn.AddColumn(new TableColumn(Markup.Escape(header)));
        }

        foreach (var row in table.Rows)
        {
            drawn.AddRow(row.Select(cell => Cell(cell, printer.Color)).ToArray());
        }

        AnsiConsole.Write(drawn);
    }

    private static Text Cell(string text, bool color) => new(text, color ? Style(text) : null);

    private static Style? Style(string text) => text switch
    {
        "applied" => new Style(Color.Green),
        "pending" => new Style(Color.Yellow),
        "missing" or "changed" or "renamed" => new Style(Color.Red),
        _ => null,
    };
}
