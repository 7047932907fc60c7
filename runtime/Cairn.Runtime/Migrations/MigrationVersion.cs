namespace Cairn.Runtime.Migrations;

/// <summary>A migration's version as its file name has it; two are the same without regard to case.</summary>
/// <param name="Text">The text before the first <c>-</c> (or as the naming says).</param>
public sealed record MigrationVersion(string Text)
{
    /// <inheritdoc/>
    public bool Equals(MigrationVersion? other) => string.Equals(Text, other?.Text, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Text);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
