namespace Cairn.Runtime.Data;

/// <summary>A text that must not be printed; only <see cref="Reveal"/> gives it.</summary>
/// <param name="value">The text.</param>
public sealed class Secret(string value)
{
    /// <summary>The text itself, for the driver.</summary>
    public string Reveal() => value;

    /// <summary>Never the text.</summary>
    public override string ToString() => "***";
}
