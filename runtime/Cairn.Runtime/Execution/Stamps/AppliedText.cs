using System.Buffers;
using System.Text;
using Cairn.Runtime.Planning;

namespace Cairn.Runtime.Execution.Stamps;

/// <summary>
/// The rows of a tracking table as two texts in UTF-8, in the order in which the database gives them. Databases can join a column so, in a fraction of the time that thousands of rows take
/// one by one. No version or name has a separator in it, so that the texts are of these rows and no others, where the table has as many that are not null.
/// </summary>
/// <param name="Count">How many rows.</param>
/// <param name="Versions">Their versions.</param>
/// <param name="Names">Their names.</param>
internal sealed record AppliedText(int Count, ReadOnlyMemory<byte> Versions, ReadOnlyMemory<byte> Names)
{
    /// <summary>Between two rows.</summary>
    public const char Separator = '\n';

    /// <summary>After the versions, where both texts are in one.</summary>
    public const byte EndOfVersions = 0x1f;

    private static readonly SearchValues<char> Separators = SearchValues.Create([Separator, (char)EndOfVersions]);

    /// <summary>Rows that were read; null where a version or name has a separator in it.</summary>
    public static AppliedText? Of(IReadOnlyList<AppliedMigration> rows)
    {
        StringBuilder versions = new(), names = new();
        foreach (var row in rows)
        {
            if (row.Version.Text.AsSpan().ContainsAny(Separators) || row.Name.AsSpan().ContainsAny(Separators))
            {
                return null;
            }

            versions.Append(row.Version.Text).Append(Separator);
            names.Append(row.Name).Append(Separator);
        }

        return new AppliedText(rows.Count, Joined(versions), Joined(names));
    }

    /// <summary>Both texts from one; null where it is not one of them.</summary>
    public static AppliedText? Parse(ReadOnlyMemory<byte> text)
    {
        var end = text.Span.IndexOf(EndOfVersions);
        return end < 0 ? null : new AppliedText(text.Span[..end].Count((byte)Separator) + 1, text[..end], text[(end + 1)..]);
    }

    /// <summary>Whether the database joined the same.</summary>
    public bool Is(byte[]? versions, byte[]? names) => Versions.Span.SequenceEqual(versions) && Names.Span.SequenceEqual(names);

    // Without the separator after the last.
    private static byte[] Joined(StringBuilder text) => Encoding.UTF8.GetBytes(text.ToString(0, Math.Max(text.Length - 1, 0)));
}
