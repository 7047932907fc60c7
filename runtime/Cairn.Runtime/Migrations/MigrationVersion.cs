namespace Cairn.Runtime.Migrations;

/// <summary>A migration's version as its file name has it; two are the same without regard to case.</summary>
/// <param name="Text">The text before the first <c>-</c> (or as the naming says).</param>
public sealed record MigrationVersion(string Text)
{
    /// <inheritdoc/>
    public bool Equals(MigrationVersion? other) => string.Equals(Text, other?.Text, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        // By hand, as the framework's is made against strangers who choose the keys: each run asks this for each version that there is, several times.
        var hash = 17u;
        foreach (var letter in Text)
        {
            if (letter > '\u007f')
            {
                return StringComparer.OrdinalIgnoreCase.GetHashCode(Text);
            }

            hash = (hash * 31) + (letter | 0x20u);
        }

        return (int)hash;
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
