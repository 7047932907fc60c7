namespace Cairn.Runtime.Data.Sinks;

/// <summary>A statement of Cairn's own, whose parameters are <c>@p0</c>, <c>@p1</c> …</summary>
/// <param name="Sql">The statement.</param>
/// <param name="Arguments">The parameters' values.</param>
internal sealed record OwnStatement(string Sql, IReadOnlyList<object?> Arguments);
