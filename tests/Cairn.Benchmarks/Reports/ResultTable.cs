using System.Globalization;
using System.Text;
using Cairn.Benchmarks.Measurements;
using Cairn.Benchmarks.Rows;

namespace Cairn.Benchmarks.Reports;

/// <summary>Results as one table in Markdown, with the ratios to the floors of the same row.</summary>
internal static class ResultTable
{
    public const string Hello = "hello world of .NET";
    public const string Floor = "plain driver";

    public static string Of(IReadOnlyCollection<Result> results)
    {
        var text = new StringBuilder();
        text.AppendLine("| what | who | wall ms | CPU ms | a script: wall, CPU ms | × hello: wall, CPU | × driver: wall, CPU | MB |");
        text.AppendLine("|---|---|---:|---:|---:|---:|---:|---:|");
        foreach (var row in results.GroupBy(result => result.Row))
        {
            var (hello, floor) = (Of(row, Hello), Of(row, Floor));
            var first = true;
            foreach (var (_, entrant, medians, reason) in row)
            {
                text.Append(CultureInfo.InvariantCulture, $"| {(first ? row.Key.Title : "")} | {entrant} | ");
                first = false;
                text.AppendLine(medians is null
                    ? $"not measured: {reason} | | | | | |"
                    : string.Join(" | ", Number(medians.Wall), Number(medians.Processor), Script(row.Key, medians), Ratio(medians, hello), Ratio(medians, floor), Number(medians.Memory)) + " |");
            }
        }

        return text.ToString().TrimEnd();
    }

    private static string Ratio(Medians medians, Medians? floor) => floor is null
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"{medians.Wall / floor.Wall:0.00}, {medians.Processor / floor.Processor:0.00}");

    public static string Number(double value) => value == 0 ? "" : value.ToString(value < 10 ? "0.0" : "#,0", CultureInfo.InvariantCulture);

    private static string Script(Row row, Medians medians) => row is { Kind: RowKind.Many }
        ? string.Create(CultureInfo.InvariantCulture, $"{medians.Wall / row.Pending:0.00}, {medians.Processor / row.Pending:0.00}")
        : "";

    private static Medians? Of(IEnumerable<Result> row, string entrant) => row.FirstOrDefault(result => result.Entrant == entrant)?.Medians;
}
