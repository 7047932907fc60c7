namespace Cairn.Engines.Tests.Schema.Snapshots;

/// <summary>One small change of a schema, and what the comparison must say about it.</summary>
/// <param name="Do">The change.</param>
/// <param name="Undo">What takes it back exactly.</param>
/// <param name="Found">What the comparison names, in its order.</param>
internal sealed record SchemaChange(string Do, string Undo, params string[] Found)
{
    /// <summary>The first version of the server that can do it.</summary>
    public int Since { get; init; }
}
