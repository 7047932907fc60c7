using System.Globalization;
using System.Text;

namespace Cairn.Runtime.Execution.Stamps;

/// <summary>
/// What was compared when a database was last found to be up to date, word for word: the settings and folders, and the rows of the tracking table. Where both are the same
/// again, so is the result, and neither has to be taken apart. Nothing in it is believed without being compared; only that it is there says that the result was "up to date".
/// </summary>
/// <param name="known">The settings that count, and the folders as the system knows them.</param>
internal sealed class Stamp(string known)
{
    // Raise where another version would take the same names for other migrations.
    private const string Mark = "cairn-up-to-date-1";

    // With its length, so that what follows cannot be taken for a part of it.
    private readonly byte[] head = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Mark} {known.Length}\n{known}"));

    /// <summary>The rows in a kept stamp; null where it is of other settings or folders.</summary>
    public AppliedText? RowsIn(byte[]? kept) => kept is not null && kept.AsSpan().StartsWith(head) ? AppliedText.Parse(kept.AsMemory(head.Length)) : null;

    /// <summary>To be kept.</summary>
    public byte[] With(AppliedText rows) => [.. head, .. rows.Versions.Span, AppliedText.EndOfVersions, .. rows.Names.Span];
}
