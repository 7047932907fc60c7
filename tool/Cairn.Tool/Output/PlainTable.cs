namespace Cairn.Tool.Output;

/// <summary>A table in columns of spaces: for files, pipes and logs.</summary>
internal static class PlainTable
{
    public static IEnumerable<string> Lines(TextTable table)
    {
        IReadOnlyList<string>[] all = [table.Headers, .. table.Rows];
        var widths = Enumerable.Range(0, table.Headers.Count).Select(column => all.Max(row => row[column].Length)).ToArray();
        return all.Select(row => string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
    }
}
