using Cairn.Schema.Dialects.MySql.Snapshots.Texts;

namespace Cairn.Schema.Dialects.MySql.Snapshots.Reading;

/// <summary>
/// Bodies out of what SHOW CREATE says. MySQL's catalogue has them with the texts in them unescaped: <c>'it''s'</c> is <c>'it's'</c> there, which is no
/// statement any more.
/// </summary>
internal static class Bodies
{
    /// <summary>Whether the catalogue may have spoilt the body.</summary>
    public static bool HasText(string body) => body.AsSpan().IndexOfAny('\'', '"') >= 0;

    /// <summary>What stands behind FOR EACH ROW, and behind the place among the other triggers.</summary>
    public static string OfTrigger(string sql, string mode)
    {
        var tokens = SqlTokens.Of(sql, mode);
        var row = Enumerable.Range(2, tokens.Count - 2).First(i => tokens[i].IsWord("ROW") && tokens[i - 1].IsWord("EACH") && tokens[i - 2].IsWord("FOR"));
        var isPlaced = tokens[row + 1].IsWord("FOLLOWS") || tokens[row + 1].IsWord("PRECEDES");
        return sql[tokens[isPlaced ? row + 3 : row + 1].Start..];
    }

    /// <summary>What stands behind DO.</summary>
    public static string OfEvent(string sql, string mode)
    {
        var tokens = SqlTokens.Of(sql, mode);
        return sql[tokens[Enumerable.Range(0, tokens.Count).First(i => tokens[i].IsWord("DO")) + 1].Start..];
    }
}
