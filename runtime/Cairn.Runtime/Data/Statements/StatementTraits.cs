using System.Text.RegularExpressions;

namespace Cairn.Runtime.Data.Statements;

/// <summary>How a raw statement stands to transactions on a database, by its words.</summary>
internal enum StatementTrait
{
    /// <summary>It can be rolled back, so it and its journal entry commit together.</summary>
    Transactional,

    /// <summary>It commits by itself or refuses a transaction: between it and its journal entry a crash may come.</summary>
    CommitsByItself,

    /// <summary>It sets something of the session and must be sent again by every run.</summary>
    OfSession,
}

/// <summary>Tells them apart; what is not known to be transactional counts as committing by itself.</summary>
internal static partial class StatementTraits
{
    public static StatementTrait Of(Client client, string sql)
    {
        var text = Comments().Replace(sql, " ").TrimStart('(', ' ', '\t', '\r', '\n');
        if (Session().IsMatch(text))
        {
            return StatementTrait.OfSession;
        }

        var commits = client switch
        {
            Client.Postgres => PostgresCommits().IsMatch(text),
            Client.Sqlite => SqliteCommits().IsMatch(text),
            _ => !Rows().IsMatch(text) || Several().IsMatch(text),
        };
        return commits ? StatementTrait.CommitsByItself : StatementTrait.Transactional;
    }

    /// <summary>Whether a text has more than one statement, so that its failure says little about what was done.</summary>
    public static bool HasSeveral(string sql) => Several().IsMatch(Comments().Replace(sql, " "));

    [GeneratedRegex(@"--[^\n]*|/\*.*?\*/", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Comments();

    [GeneratedRegex(@"\A(SET|PRAGMA|USE|RESET|LISTEN|DISCARD)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Session();

    [GeneratedRegex(@"\A(INSERT|UPDATE|DELETE|REPLACE|SELECT|WITH|VALUES|DO|SAVEPOINT|RELEASE|ROLLBACK)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rows();

    [GeneratedRegex(@"\bCONCURRENTLY\b|\A(VACUUM|CLUSTER|CALL|REINDEX|(CREATE|DROP|ALTER)\s+(DATABASE|TABLESPACE|SYSTEM|SUBSCRIPTION))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PostgresCommits();

    [GeneratedRegex(@"\A(VACUUM|ATTACH|DETACH)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SqliteCommits();

    [GeneratedRegex(@";\s*\S", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Several();
}
