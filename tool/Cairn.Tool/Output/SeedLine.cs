using System.Text.Json.Serialization;
using Cairn.Runtime.Seeds;

namespace Cairn.Tool.Output;

/// <summary>One seed in a report.</summary>
/// <param name="Name">Its name.</param>
/// <param name="File">Its file.</param>
/// <param name="State"><c>done</c>, <c>planned</c>, <c>skipped</c> or <c>failed</c>.</param>
/// <param name="DurationMs">How long it took; null where it did not run.</param>
internal sealed record SeedLine(string Name, string File, string State, double? DurationMs)
{
    /// <summary>The statements, in a dry run.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Sql { get; init; }

    /// <summary>What a dry run cannot know.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Notes { get; init; }

    public static SeedLine Of(SeedOutcome seed) => new(
        seed.Name, seed.Path, seed.State.ToString().ToLowerInvariant(), seed.Duration is { } time ? Math.Round(time.TotalMilliseconds, 1) : null)
    {
        Sql = seed.State == SeedState.Planned ? seed.Sql : null,
        Notes = seed.Notes.Count > 0 ? seed.Notes : null,
    };
}
