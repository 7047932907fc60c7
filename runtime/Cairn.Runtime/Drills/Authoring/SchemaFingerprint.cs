using Cairn.Schema.Snapshots;

namespace Cairn;

/// <summary>The structure of a scratch copy at one moment, for <see cref="Drill.ExpectSchema"/>.</summary>
public sealed class SchemaFingerprint
{
    private readonly int? line;

    internal SchemaFingerprint(SchemaSnapshot structure, int? line) => (Structure, this.line) = (structure, line);

    /// <summary>The structure, object by object; without Cairn's own tables.</summary>
    public SchemaSnapshot Structure { get; }

    internal string Where => line is { } number ? $" at line {number}" : "";

    /// <summary>The first letters of the hash; equal structures have equal hashes.</summary>
    public override string ToString() => Fingerprint.Of(Structure)[..12];
}
