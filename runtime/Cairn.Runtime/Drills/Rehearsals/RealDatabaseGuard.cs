namespace Cairn.Runtime.Drills.Rehearsals;

/// <summary>
/// Keeps a migration from reaching the real database out of its copy, where a name in front of a table's does that: <c>alter table shop.orders</c>.
/// Pure: it goes by the words of a statement.
/// </summary>
internal static class RealDatabaseGuard
{
    /// <summary>Whether a statement names the database outside of its texts and comments: before a dot, or after USE.</summary>
    /// <param name="sql">The statement, for MySQL or MariaDB.</param>
    /// <param name="database">The real database's name.</param>
    public static bool Names(string sql, string database)
    {
        var words = MySqlWords.Of(sql).Where(word => word.Kind != MySqlWordKind.Blank).ToList();
        for (var index = 0; index < words.Count; index++)
        {
            if (IsName(words[index], database)
                && ((index + 1 < words.Count && words[index + 1].Text == "." && (index == 0 || words[index - 1].Text != "."))
                    || (index > 0 && words[index - 1].Text.ToUpperInvariant() is "USE" or "DATABASE" or "SCHEMA")))
            {
                return true;
            }
        }

        return false;
    }

    /// <exception cref="CairnException">It does (CAIRN5004); it is not sent.</exception>
    public static void Check(string sql, string database)
    {
        if (Names(sql, database))
        {
            throw new CairnException(ErrorCodes.ScratchNotOurs, $"The statement names the database {database} itself: sent from the copy, it would change the real one.")
            {
                Sql = sql,
                Fix = $"Leave \"{database}.\" out: a migration runs in the database that the connection names.",
                DatabaseState = "The statement was not sent.",
            };
        }
    }

    /// <summary>With ANSI_QUOTES a name may be in double quotes; a text is never before a dot.</summary>
    private static bool IsName(MySqlWord word, string database) => word.Kind switch
    {
        MySqlWordKind.Quoted or MySqlWordKind.Plain => string.Equals(word.Name, database, StringComparison.OrdinalIgnoreCase),
        MySqlWordKind.Text => string.Equals(word.Text, $"\"{database}\"", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };
}
