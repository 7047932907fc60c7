using Microsoft.CodeAnalysis;

namespace Cairn.Scripting.Compiling.Roads;

/// <summary>A script that a road could take.</summary>
/// <param name="Script">The script.</param>
/// <param name="Type">The class with its members.</param>
/// <param name="Image">The assembly's bytes; one array may be shared by many scripts.</param>
/// <param name="IsSubmission">Whether the script compiler's own rules made it.</param>
internal sealed record TakenScript(ParsedScript Script, INamedTypeSymbol Type, byte[] Image, bool IsSubmission);

/// <summary>What a road gave.</summary>
/// <param name="Taken">The compiled scripts.</param>
/// <param name="Refused">The others.</param>
internal sealed record RoadResult(IReadOnlyList<TakenScript> Taken, IReadOnlyList<ParsedScript> Refused);
