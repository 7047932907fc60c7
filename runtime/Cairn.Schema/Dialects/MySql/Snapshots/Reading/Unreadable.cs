namespace Cairn.Schema.Dialects.MySql.Snapshots.Reading;

/// <summary>The error for what the account may not see, with the grant that mends it.</summary>
internal static class Unreadable
{
    /// <param name="session">Whose rights.</param>
    /// <param name="what">What cannot be read: <c>the views v1, v2</c>.</param>
    /// <param name="grant">The right and where: <c>SHOW VIEW ON `shop`.*</c>.</param>
    public static CairnException Because(Session session, string what, string grant) => new(
        ErrorCodes.StructureUnreadable, $"The structure of the database \"{session.Database}\" cannot be read completely: the account {session.Account} may not see {what}.")
    {
        Fix = $"GRANT {grant} TO {AccountSql(session.Account)};",
    };

    /// <summary>Throws where rights on all of the database are missing without which parts of it are hidden.</summary>
    public static void Check(Session session, Rights rights)
    {
        (string Right, string What)[] needed = [("SELECT", "all tables"), ("TRIGGER", "all triggers"), ("EVENT", "all events")];
        var missing = needed.Where(need => !rights.Has(need.Right)).Concat(rights.SeesRoutines ? [] : [("EXECUTE", "all routines")]).ToList();
        if (missing.Count > 0)
        {
            throw Because(session, string.Join(", ", missing.Select(need => need.What)), $"{string.Join(", ", missing.Select(need => need.Right))} ON `{rights.Target}`.*");
        }
    }

    /// <summary>The account as GRANT takes it: <c>'app'@'%'</c>.</summary>
    internal static string AccountSql(string account)
    {
        var at = account.LastIndexOf('@');
        return at < 0 ? MySqlLiterals.Quoted(account) : $"{MySqlLiterals.Quoted(account[..at])}@{MySqlLiterals.Quoted(account[(at + 1)..])}";
    }
}
