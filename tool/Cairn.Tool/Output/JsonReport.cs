using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Cairn.Runtime.Execution;
using Cairn.Tool.Output.Drills;
using Cairn.Tool.Output.Fleets;
using Cairn.Tool.Output.Lints;
using Cairn.Tool.Settings.Connections;

namespace Cairn.Tool.Output;

/// <summary>The JSON document of a command: public interface, other programs rely on it.</summary>
internal sealed record JsonReport(
    string Command,
    bool Ok,
    int ExitCode,
    string? Client,
    string? Database,
    IReadOnlyList<MigrationLine> Migrations,
    JsonError? Error,
    IReadOnlyList<string> Warnings)
{
    /// <summary>The name of a target, where the document is of one of a fleet.</summary>
    [JsonPropertyOrder(-3), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Name { get; init; }

    /// <summary>What became of that target.</summary>
    [JsonPropertyOrder(-2), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? State { get; init; }

    /// <summary>How long it took.</summary>
    [JsonPropertyOrder(-1), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? DurationMs { get; init; }

    /// <summary>The databases of a fleet, each with what the document of a command on one has.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<JsonReport>? Targets { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Version { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Files { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<SettingLine>? Settings { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<DriverLine>? Drivers { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CacheLine? Cache { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LockLine? Lock { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<CheckLine>? Checks { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<SeedLine>? Seeds { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AdoptionLines? Adoption { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DrillDocument? Drill { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SchemaLines? Schema { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SquashLines? Squash { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<LintLine>? Findings { get; init; }

    public static string Text(CommandReport report) => LookOnly.IsOn ? throw new MoreToDoException() : JsonSerializer.Serialize(Of(report), JsonReportContext.Readable.JsonReport);

    private static JsonReport Of(CommandReport report) => new(
        report.Command,
        report.Error is null,
        report.ExitCode,
        report.Client is { } client ? ClientNames.Of(client) : null,
        report.Database,
        report.Migrations,
        report.Error is { } error ? JsonError.Of(error) : null,
        report.Warnings)
    {
        Version = report.Version,
        Files = report.Files,
        Settings = report.Settings,
        Drivers = report.Drivers,
        Cache = report.Cache,
        Lock = report.Lock,
        Adoption = report.Adoption,
        Checks = report.Checks,
        Seeds = report.Seeds,
        Drill = report.Drill is { } drill ? DrillDocument.Of(drill) : null,
        Schema = report.Schema,
        Squash = report.Squash,
        Findings = report.Lint is { } lint ? LintLine.Of(lint) : null,
        Targets = report.Fleet?.Targets.Select(target => Of(target.Report ?? new CommandReport(report.Command)) with
        {
            Ok = target.State is FleetState.Done or FleetState.Nothing or FleetState.DoneBefore,
            Name = target.Name,
            State = target.State.Word(),
            DurationMs = target.Took is { } time ? Math.Round(time.TotalMilliseconds, 1) : null,
        }).ToList(),
    };
}

/// <summary>An error in the JSON document; the further ones of the same pass are in <see cref="Others"/>.</summary>
internal sealed record JsonError(string Code, string Message, string? File, int? Line, int? Column, string? Fix)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? DatabaseState { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Sql { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<JsonError>? Others { get; init; }

    public static JsonError Of(CairnException error) => new(
        error.Code, Redaction.Clean(error.Message), error.File, error.Line, error.Column, error.Fix is null ? null : Redaction.Clean(error.Fix))
    {
        DatabaseState = error.DatabaseState,
        Sql = error.Sql,
        Others = error.Others.Count == 0 ? null : error.Others.Select(Of).ToList(),
    };
}

/// <summary>Made at build time, so that no reflection is needed at run time.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(JsonReport))]
internal sealed partial class JsonReportContext : JsonSerializerContext
{
    /// <summary>Letters of all languages as they are; the document is UTF-8 and goes into no web page.</summary>
    public static JsonReportContext Readable { get; } = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    });
}
