using System.Text.Json.Serialization;

namespace Cairn.Tool.Commands.Squashes;

/// <summary>Reads and writes an order without reflection.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(SquashOrder))]
internal sealed partial class SquashOrderContext : JsonSerializerContext;
