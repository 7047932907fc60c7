using System.Text.Json.Serialization;
using Cairn.Runtime.Execution.Reports;
using Cairn.Runtime.Migrations;

namespace Cairn.Tool.Output;

/// <summary>One migration in a report, in the words of the JSON contract.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Name">Its display name.</param>
/// <param name="Source"><c>built-in</c>, <c>host</c> or <c>custom</c>.</param>
/// <param name="File">Its file, or <c>built-in:…</c>; null where it is missing.</param>
/// <param name="State">How it stands, or what became of it.</param>
/// <param name="Direction"><c>up</c> or <c>down</c>; null where nothing ran.</param>
/// <param name="DurationMs">How long it took, where that is known.</param>
/// <param name="AppliedAt">When it was applied (UTC), where that is known.</param>
internal sealed record MigrationLine(
    string Version, string Name, string Source, string? File, string State, string? Direction, double? DurationMs, DateTime? AppliedAt)
{
    /// <summary>The run that applied it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Batch { get; init; }

    /// <summary>The version it was renamed from.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RenamedFrom { get; init; }

    /// <summary>True where it is older than the newest applied one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? OutOfOrder { get; init; }

    /// <summary>The statements, in a dry run.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Sql { get; init; }

    /// <summary>What a dry run cannot know.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Notes { get; init; }

    public static MigrationLine Of(MigrationOutcome outcome) => new(
        outcome.Version,
        outcome.Name,
        SourceName(outcome.Source),
        outcome.Path,
        StateName(outcome.State),
        outcome.Direction == Cairn.Direction.Up ? "up" : "down",
        Milliseconds(outcome.Duration),
        outcome.AppliedAt?.UtcDateTime)
    {
        Sql = outcome.State == OutcomeState.Planned ? outcome.Sql : null,
        Notes = outcome.Notes.Count > 0 ? outcome.Notes : null,
    };

    public static MigrationLine Of(MigrationStatus status) => new(
        status.Version,
        status.Name,
        SourceName(status.Source),
        status.Path,
        status.State.ToString().ToLowerInvariant(),
        null,
        Milliseconds(status.Duration),
        status.AppliedAt?.UtcDateTime)
    {
        Batch = status.Batch,
        RenamedFrom = status.RenamedFrom,
        OutOfOrder = status.OutOfOrder ? true : null,
    };

    public static string SourceName(MigrationSourceKind source) => source switch
    {
        MigrationSourceKind.BuiltIn => "built-in",
        MigrationSourceKind.Host => "host",
        _ => "custom",
    };

    public static string StateName(OutcomeState state) => state switch
    {
        OutcomeState.RolledBack => "rolled back",
        _ => state.ToString().ToLowerInvariant(),
    };

    private static double? Milliseconds(TimeSpan? duration) => duration is { } time ? Math.Round(time.TotalMilliseconds, 1) : null;
}
