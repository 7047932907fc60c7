using System.Text.Json.Serialization;
using Cairn.Runtime.Squashes;

namespace Cairn.Tool.Output;

/// <summary>A squash in the JSON document.</summary>
/// <param name="File">The new file.</param>
/// <param name="Replaces">The versions that it stands for.</param>
/// <param name="Fingerprint">The hash of the structure that the old migrations make.</param>
/// <param name="Found">The hash of the structure that the new one makes.</param>
/// <param name="Tables">The tables with rows.</param>
/// <param name="Differences">All that is not alike; empty where it is proven.</param>
/// <param name="Script">The text of the new file.</param>
internal sealed record SquashLines(
    string File, IReadOnlyList<string> Replaces, string Fingerprint, string Found, IReadOnlyList<SquashTableLine> Tables, IReadOnlyList<string> Differences, string Script)
{
    /// <summary>Why the new file has no way back.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Irreversible { get; init; }

    public static SquashLines Of(SquashReport report) => new(
        report.Range.Display,
        [.. report.Range.Migrations.Select(migration => migration.Version.Text)],
        report.Fingerprint,
        report.Found,
        [.. report.Tables.Select(table => new SquashTableLine(table.Table, table.Before, table.Same))],
        report.Differences,
        report.Text)
    {
        Irreversible = report.WhyNoWayBack,
    };
}

/// <summary>A table with rows.</summary>
/// <param name="Table">Its name.</param>
/// <param name="Rows">How many rows the old migrations leave in it.</param>
/// <param name="Same">Whether the new one leaves the same.</param>
internal sealed record SquashTableLine(string Table, long Rows, bool Same);
