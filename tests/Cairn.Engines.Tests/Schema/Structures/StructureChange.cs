namespace Cairn.Engines.Tests.Schema.Structures;

/// <summary>One small change of a structure, what undoes it, and what the comparison must say of it.</summary>
/// <param name="Up">The statement.</param>
/// <param name="Down">What undoes it; several statements have <c>;;</c> between them.</param>
/// <param name="Expected">The differences: <c>+ index x</c>, <c>- view v</c>, <c>~ column t.c [default]</c>.</param>
public sealed record StructureChange(string Up, string Down, params string[] Expected);
