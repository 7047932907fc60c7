using System.Text.RegularExpressions;

namespace Cairn.Schema.Dialects.MySql.Snapshots.Texts;

/// <summary>What only SHOW CREATE TABLE tells: columns without any default, parsers of full-text indexes, periods, partitions.</summary>
internal sealed partial class CreateTableText
{
    private readonly string sql;
    private readonly IReadOnlyList<SqlToken> tokens;
    private readonly List<ArraySegment<SqlToken>> entries = [];

    /// <param name="sql">The server's text.</param>
    /// <param name="mode">The connection's SQL mode.</param>
    public CreateTableText(string sql, string mode)
    {
        this.sql = sql;
        tokens = SqlTokens.Of(sql, mode);
        var all = tokens.ToArray();
        var end = 0;
        while (end < all.Length && !all[end].IsSymbol('('))
        {
            end++;
        }

        entries = Split(all, ref end);
        ReadPartitions(all, end);
    }

    /// <summary>The periods: name and columns, <c>SYSTEM_TIME</c> among them.</summary>
    public IReadOnlyList<(string Name, string Columns)> Periods => [.. entries
        .Where(entry => entry[0].IsWord("PERIOD") && entry.Count > 3)
        .Select(entry => (entry[2].Text, string.Join(", ", entry.Skip(3).Where(token => token.IsName).Select(token => token.Text))))];

    /// <summary>How the table is partitioned, without its partitions; null where it is not.</summary>
    public string? PartitionBy { get; private set; }

    /// <summary>The partitions that have a name of their own, in order.</summary>
    public IReadOnlyList<(string Name, string Text)> Partitions { get; private set; } = [];

    /// <summary>Whether a column has a default, be it NULL.</summary>
    public bool HasDefault(string column) => entries.Exists(entry => entry[0].Kind == SqlTokenKind.Quoted && entry[0].Text == column && entry.Any(token => token.IsWord("DEFAULT")));

    /// <summary>The parser of a full-text index, or null.</summary>
    public string? Parser(string index) => Key(index) is { } key && key.FirstOrDefault(token => token.IsWord("PARSER")) is { End: > 0 } parser
        ? key.First(token => token.Start > parser.Start).Text
        : null;

    /// <summary>The period that must not overlap in a unique key, or null.</summary>
    public string? WithoutOverlaps(string index) => Key(index) is { } key && key.FirstOrDefault(token => token.IsWord("WITHOUT")) is { End: > 0 } without
        ? key.Last(token => token.Start < without.Start).Text
        : null;

    private ArraySegment<SqlToken>? Key(string name) => entries
        .Where(entry => !entry[0].IsWord("CONSTRAINT") && entry[0].Kind == SqlTokenKind.Word && entry.FirstOrDefault(token => token.Kind == SqlTokenKind.Quoted).Text == name)
        .Select(entry => (ArraySegment<SqlToken>?)entry)
        .FirstOrDefault();

    private void ReadPartitions(SqlToken[] all, int from)
    {
        var by = Array.FindIndex(all, from, token => token.IsWord("PARTITION"));
        if (by < 0)
        {
            return;
        }

        var list = by;
        while (list < all.Length && !(all[list].IsSymbol('(') && list + 1 < all.Length && all[list + 1].IsWord("PARTITION")))
        {
            list++;
        }

        PartitionBy = Breaks().Replace(sql[all[by].Start..all[list - 1].End], " ");
        if (list < all.Length)
        {
            Partitions = [.. Split(all, ref list).Select(part => (part[1].Text, PartitionEngine().Replace(Breaks().Replace(sql[part[0].Start..part[^1].End], " "), "")))];
        }
    }

    /// <summary>The entries between a parenthesis and its end; afterwards <paramref name="at"/> is behind it.</summary>
    private static List<ArraySegment<SqlToken>> Split(SqlToken[] all, ref int at)
    {
        var found = new List<ArraySegment<SqlToken>>();
        var (depth, start) = (0, at + 1);
        for (; at < all.Length; at++)
        {
            depth += all[at].IsSymbol('(') ? 1 : all[at].IsSymbol(')') ? -1 : 0;
            if (depth == 0 || (depth == 1 && all[at].IsSymbol(',')))
            {
                if (at > start)
                {
                    found.Add(new ArraySegment<SqlToken>(all, start, at - start));
                }

                start = at + 1;
            }

            if (depth == 0)
            {
                at++;
                break;
            }
        }

        return found;
    }

    [GeneratedRegex(@"\s*\n\s*")]
    private static partial Regex Breaks();

    // The table's own: it says it once.
    [GeneratedRegex(@"\s+ENGINE = \w+$")]
    private static partial Regex PartitionEngine();
}
