using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Cairn.Tool.Output;

namespace Cairn.Tool.Commands.Fleets;

/// <summary>The first line of a report: what was run.</summary>
/// <param name="Command">The command.</param>
/// <param name="Arguments">What it was told of its own.</param>
/// <param name="Migrations">A hash of the versions that there were.</param>
internal sealed record FleetLogHead(string Command, IReadOnlyList<string> Arguments, string Migrations)
{
    /// <summary>The version of the tool.</summary>
    public string? Tool { get; init; }
}

/// <summary>A further line: what became of one target.</summary>
/// <param name="Target">Its name.</param>
/// <param name="Database">Where it is, without a password.</param>
/// <param name="State">As in the JSON document.</param>
/// <param name="Ok">Whether it is done with.</param>
/// <param name="ExitCode">What the command alone would have ended with.</param>
internal sealed record FleetLogLine(string Target, string Database, string State, bool Ok, int ExitCode)
{
    public string? What { get; init; }

    public double? DurationMs { get; init; }

    public DateTime? At { get; init; }

    public JsonError? Error { get; init; }
}

/// <summary>Made at build time, so that no reflection is needed at run time.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(FleetLogHead))]
[JsonSerializable(typeof(FleetLogLine))]
internal sealed partial class FleetLogContext : JsonSerializerContext
{
    public static FleetLogContext Readable { get; } = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    });
}
