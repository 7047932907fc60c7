using System.Text.Json;
using System.Text.Json.Serialization;
using Cairn.Runtime.Drills.Reports;
using Cairn.Schema.Comparison;
using Cairn.Schema.Snapshots;
using Cairn.Tool.Settings.Connections;

namespace Cairn.Tool.Output.Drills;

/// <summary>A drill in JSON: public interface, other programs rely on it.</summary>
internal sealed record DrillDocument(
    bool Passed, string Client, string Database, DateTime StartedAt, double DurationMs, DrillCopyLine Copy,
    IReadOnlyList<DrillLine> Migrations, IReadOnlyList<DrillScriptLine> Scripts, JsonError? Error, IReadOnlyList<string> Warnings)
{
    public static DrillDocument Of(DrillReport report) => new(
        report.Passed,
        ClientNames.Of(report.Client),
        report.Database,
        report.StartedAt.UtcDateTime,
        Milliseconds(report.Duration),
        new DrillCopyLine(report.Copy.Way, report.Copy.Data.ToString().ToLowerInvariant(), Milliseconds(report.Copy.Duration), report.Copy.Rows),
        [.. report.Migrations.Select(DrillLine.Of)],
        [.. report.Scripts.Select(DrillScriptLine.Of)],
        report.Error is { } error ? JsonError.Of(error) : null,
        report.Warnings);

    public static string Text(DrillReport report) => JsonSerializer.Serialize(Of(report), DrillDocumentContext.Readable.DrillDocument);

    public static double Milliseconds(TimeSpan time) => Math.Round(time.TotalMilliseconds, 1);
}

/// <summary>How the copy was made.</summary>
internal sealed record DrillCopyLine(string Way, string Data, double DurationMs, long? Rows);

/// <summary>One migration.</summary>
internal sealed record DrillLine(
    string Version, string Name, string Source, string File, string Outcome, IReadOnlyList<DrillDifferenceLine> Differences, JsonError? Error,
    IReadOnlyList<DrillStepLine> Steps, IReadOnlyDictionary<string, string> Lossy, IReadOnlyList<DrillTableLine> Tables, IReadOnlyList<string> Notes)
{
    /// <summary>The fingerprint of the structure before up.</summary>
    public string? FingerprintBefore { get; init; }

    /// <summary>The fingerprint of the structure after the first up.</summary>
    public string? FingerprintAfter { get; init; }

    /// <summary>What up does to the structure.</summary>
    public IReadOnlyList<DrillChangeLine> Changes { get; init; } = [];

    public static DrillLine Of(MigrationDrill drill) => new(
        drill.Version,
        drill.Name,
        MigrationLine.SourceName(drill.Source),
        drill.Path,
        DrillWords.Key(drill.Outcome),
        [.. drill.Differences.Select(difference => new DrillDifferenceLine(difference.When == DrillMoment.Down ? "down" : "second-up", difference.Subject, difference.What))],
        drill.Error is { } error ? JsonError.Of(error) : null,
        [.. drill.Steps.Select(DrillStepLine.Of)],
        drill.Lossy,
        [.. drill.Tables.Select(table => new DrillTableLine(table.Table, table.Before, table.After, table.Same, table.Columns))],
        drill.Notes)
    {
        FingerprintBefore = drill.Before is null ? null : Fingerprint.Of(drill.Before),
        FingerprintAfter = drill.After is null ? null : Fingerprint.Of(drill.After),
        Changes = drill is { Before: { } before, After: { } after } ? [.. SchemaDiffer.Compare(before, after).Differences.Select(DrillChangeLine.Of)] : [],
    };
}

/// <summary>One object that up creates, drops or changes.</summary>
internal sealed record DrillChangeLine(string Subject, string Kind, IReadOnlyList<string> Facts)
{
    public static DrillChangeLine Of(ObjectDifference difference) => new(
        difference.Name, difference.Kind.ToString().ToLowerInvariant(), [.. difference.Facts.Select(fact => fact.Describe())]);
}

/// <summary>One thing that is not as it should be.</summary>
internal sealed record DrillDifferenceLine(string After, string Subject, string What);

/// <summary>The rows of one table.</summary>
internal sealed record DrillTableLine(string Table, long RowsBefore, long? RowsAfter, bool Same, IReadOnlyList<string> Columns);

/// <summary>One direction.</summary>
internal sealed record DrillStepLine(
    string Direction, double DurationMs, long RowsChanged, IReadOnlyList<string> Sql, IReadOnlyList<DrillLockLine> Locks, IReadOnlyList<string> Rewritten)
{
    public static DrillStepLine Of(DrillStep step) => new(
        step.Direction == Cairn.Direction.Up ? "up" : "down",
        DrillDocument.Milliseconds(step.Duration),
        step.RowsChanged,
        step.Sql,
        [.. step.Locks.Select(taken => new DrillLockLine(taken.Table, taken.Mode, DrillDocument.Milliseconds(taken.Held)))],
        step.Rewritten);
}

/// <summary>A lock.</summary>
internal sealed record DrillLockLine(string Table, string Mode, double HeldMs);

/// <summary>One story.</summary>
internal sealed record DrillScriptLine(string File, string Outcome, double DurationMs, IReadOnlyList<DrillEventLine> Events, JsonError? Error)
{
    public static DrillScriptLine Of(ScriptDrill drill) => new(
        drill.Path,
        DrillWords.Key(drill.Outcome),
        DrillDocument.Milliseconds(drill.Duration),
        [.. drill.Events.Select(step => new DrillEventLine(step.What, DrillDocument.Milliseconds(step.Duration), step.Line))],
        drill.Error is { } error ? JsonError.Of(error) : null);
}

/// <summary>One call of a story.</summary>
internal sealed record DrillEventLine(string What, double DurationMs, int? Line);

/// <summary>Made at build time, so that no reflection is needed at run time.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(DrillDocument))]
internal sealed partial class DrillDocumentContext : JsonSerializerContext
{
    public static DrillDocumentContext Readable { get; } = new(new JsonSerializerOptions(JsonReportContext.Readable.Options));
}
