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
        var text = BareText.Of(client, sql).TrimStart('(', ' ', '\t', '\r', '\n');
        var statements = text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (statements.Length > 0 && statements.All(statement => Session().IsMatch(statement)))
        {
            return StatementTrait.OfSession;
        }

        var commits = client switch
        {
            Client.Postgres => PostgresCommits().IsMatch(text),
            Client.Sqlite => SqliteCommits().IsMatch(text),
            _ => statements.Any(statement => !Rows().IsMatch(statement)),
        };
        return commits ? StatementTrait.CommitsByItself : StatementTrait.Transactional;
    }

    /// <summary>Whether a statement of the session may end the transaction that it is sent in, or is refused there.</summary>
    public static bool MayEndTransaction(Client client, string sql) => Ends().IsMatch(BareText.Of(client, sql));

    private static bool HasSeveral(string bare) => Several().IsMatch(bare);

    /// <summary>
    /// Whether a raw statement that commits by itself and was refused has certainly done nothing. On MySQL and MariaDB a procedure keeps what it did
    /// before its error, a list of objects the ones before the missing one, and CREATE OR REPLACE may have dropped the old one.
    /// </summary>
    public static bool IsAllOrNothing(Client client, string sql)
    {
        var text = BareText.Of(client, sql);
        return !HasSeveral(text) && client switch
        {
            Client.Sqlite => true,
            Client.Postgres => !PostgresParts().IsMatch(text),
            _ => OneObject().IsMatch(text) || (ManyAtOnce().IsMatch(text) && !text.Contains(',', StringComparison.Ordinal)),
        };
    }

    [GeneratedRegex(@"\ACALL\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex PostgresParts();

    /// <summary>Statements about one object, whatever commas they have.</summary>
    [GeneratedRegex(
        @"\A(TRUNCATE|ALTER\s+(TABLE|VIEW|PROCEDURE|FUNCTION|EVENT|SEQUENCE|DATABASE|SCHEMA)|CREATE\s+(TEMPORARY\s+)?(TABLE|VIEW|((UNIQUE|FULLTEXT|SPATIAL)\s+)?INDEX|TRIGGER|PROCEDURE|FUNCTION|EVENT|SEQUENCE|DATABASE|SCHEMA))\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 60_000)]
    private static partial Regex OneObject();

    /// <summary>Statements that may name several objects, one after the other.</summary>
    [GeneratedRegex(
        @"\A(RENAME|DROP\s+(TEMPORARY\s+)?(TABLE|VIEW|INDEX|TRIGGER|PROCEDURE|FUNCTION|EVENT|SEQUENCE))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex ManyAtOnce();

    /// <summary>SET STATEMENT … FOR runs a statement, whatever that is.</summary>
    [GeneratedRegex(@"\A(SET(?!\s+STATEMENT\b)|PRAGMA|USE|RESET|LISTEN|DISCARD)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Session();

    [GeneratedRegex(@"\ASET\b.*\b(TRANSACTION|PASSWORD|AUTOCOMMIT|ROLE)\b", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Ends();

    [GeneratedRegex(@"\A(INSERT|UPDATE|DELETE|REPLACE|SELECT|WITH|VALUES|DO|SET\s+@\w|SAVEPOINT|RELEASE|ROLLBACK\s+(WORK\s+)?TO)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Rows();

    [GeneratedRegex(@"\bCONCURRENTLY\b|\A(VACUUM|CLUSTER|CALL|REINDEX|(CREATE|DROP|ALTER)\s+(DATABASE|TABLESPACE|SYSTEM|SUBSCRIPTION))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex PostgresCommits();

    [GeneratedRegex(@"\A(VACUUM|ATTACH|DETACH)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex SqliteCommits();

    [GeneratedRegex(@";\s*\S", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Several();
}
