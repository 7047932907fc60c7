namespace Cairn.Schema.Snapshots.Forms;

/// <summary>Which texts a file can hold.</summary>
internal static class TextRules
{
    /// <summary>The text, where every form can hold it.</summary>
    /// <exception cref="CairnException">It has a NUL character or half a letter in it (CAIRN6002).</exception>
    public static string Checked(string text, string key)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            throw SnapshotErrors.Unwritable(key.Replace("\0", "\\0", StringComparison.Ordinal), "a NUL character");
        }

        for (var index = 0; index < text.Length; index++)
        {
            if (char.IsSurrogate(text[index]))
            {
                if (index + 1 == text.Length || !char.IsSurrogatePair(text[index], text[index + 1]))
                {
                    throw SnapshotErrors.Unwritable(key, "half of a surrogate pair");
                }

                index++;
            }
        }

        return text;
    }
}
