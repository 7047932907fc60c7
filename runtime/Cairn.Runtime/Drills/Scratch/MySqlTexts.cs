using Cairn.Runtime.Drills.Rehearsals;

namespace Cairn.Runtime.Drills.Scratch;

/// <summary>The text that makes an object of MySQL or MariaDB, for another database. Pure.</summary>
internal static class MySqlTexts
{
    /// <summary>The text without its definer, so that it runs as who makes it, and with the copy's name in the place of the database's.</summary>
    /// <param name="text">From SHOW CREATE.</param>
    /// <param name="source">The database's name.</param>
    /// <param name="copy">The copy's name.</param>
    public static string Move(string text, string source, string copy)
    {
        var words = WithoutDefiner(MySqlWords.Of(text));
        for (var index = 0; index < words.Count; index++)
        {
            var isName = words[index].Kind is MySqlWordKind.Plain or MySqlWordKind.Quoted && string.Equals(words[index].Name, source, StringComparison.OrdinalIgnoreCase);
            if (isName && Next(words, index) == "." && (index == 0 || words[index - 1].Text is not ("." or "@")))
            {
                words[index] = new MySqlWord(MySqlWordKind.Quoted, $"`{copy}`");
            }
        }

        return string.Concat(words.Select(word => word.Text));
    }

    /// <summary>Whether a text in quotes has the database's name before a dot: put together to a statement, it would reach the real database.</summary>
    public static bool HidesName(string text, string source) => MySqlWords.Of(text).Any(word =>
        word.Kind == MySqlWordKind.Text
        && (word.Text.Contains(source + ".", StringComparison.OrdinalIgnoreCase) || word.Text.Contains($"`{source}`", StringComparison.OrdinalIgnoreCase)));

    private static List<MySqlWord> WithoutDefiner(IReadOnlyList<MySqlWord> words)
    {
        var kept = new List<MySqlWord>(words.Count);
        for (var index = 0; index < words.Count; index++)
        {
            if (kept.Count < 12 && words[index].Text.Equals("DEFINER", StringComparison.OrdinalIgnoreCase) && Next(words, index) == "=")
            {
                // DEFINER=`user`@`host`, or a role; then one blank.
                while (index < words.Count && words[index].Kind != MySqlWordKind.Blank)
                {
                    index++;
                }

                continue;
            }

            kept.Add(words[index]);
        }

        return kept;
    }

    private static string Next(IReadOnlyList<MySqlWord> words, int index) => index + 1 < words.Count ? words[index + 1].Text : "";
}
