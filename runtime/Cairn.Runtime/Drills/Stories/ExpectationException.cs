namespace Cairn.Runtime.Drills.Stories;

/// <summary>An expectation that failed; the story gives it its place and makes it CAIRN5007.</summary>
internal sealed class ExpectationException(string message, string? fix = null) : Exception(message)
{
    public string Fix { get; } = fix ?? "Mend the migration, or the expectation where it is wrong.";
}
