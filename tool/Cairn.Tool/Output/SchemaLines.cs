using System.Text.Json;
using System.Text.Json.Serialization;
using Cairn.Runtime.Schemas;
using Cairn.Schema.Comparison;
using Cairn.Schema.Snapshots;
using Cairn.Schema.Snapshots.Forms;

namespace Cairn.Tool.Output;

/// <summary>The structure in the JSON document: what of it the command is about.</summary>
internal sealed record SchemaLines
{
    /// <summary>The hash.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Fingerprint { get; init; }

    /// <summary>The whole structure, as a snapshot's file in JSON has it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonElement? Snapshot { get; init; }

    /// <summary>What differs from what is wanted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<DifferenceLine>? Differences { get; init; }

    /// <summary>The changes in words, in order.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Changes { get; init; }

    /// <summary>The statements, of a dry run.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Sql { get; init; }

    /// <summary>What is lost.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Losses { get; init; }

    public static SchemaLines Of(SchemaSnapshot snapshot)
    {
        using var document = JsonDocument.Parse(JsonForm.Write(snapshot));
        return new SchemaLines { Fingerprint = Cairn.Schema.Snapshots.Fingerprint.Of(snapshot), Snapshot = document.RootElement.Clone() };
    }

    public static SchemaLines Of(SchemaDiff diff) => new() { Differences = [.. diff.Differences.Select(DifferenceLine.Of)] };

    public static SchemaLines Of(ApplyReport report) => Of(report.Diff) with
    {
        Changes = report.Changes,
        Sql = report.DryRun ? report.Sql : null,
        Losses = [.. report.Losses.Select(loss => loss.ToString())],
    };
}

/// <summary>An object that differs.</summary>
/// <param name="Object">The object: <c>column orders.note</c>.</param>
/// <param name="State"><c>missing</c> in the database, <c>extra</c> there, or <c>changed</c>.</param>
/// <param name="Facts">The facts that are not as wanted.</param>
internal sealed record DifferenceLine(string Object, string State, IReadOnlyList<FactLine> Facts)
{
    public static DifferenceLine Of(ObjectDifference difference) => new(
        difference.Name,
        difference.Kind switch { DifferenceKind.Added => "missing", DifferenceKind.Removed => "extra", _ => "changed" },
        [.. difference.Facts.Select(fact => new FactLine(fact.Name, fact.Before, fact.After))]);
}

/// <summary>A fact that is not as wanted.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Is">Its value in the database; null where it has none.</param>
/// <param name="Wanted">Its value in the snapshot; null where it has none.</param>
internal sealed record FactLine(string Name, string? Is, string? Wanted);
