using Cairn.Runtime.Data.Statements;

namespace Cairn.Runtime.Data.Connections;

/// <summary>Keeps scripts from ending the transaction that their record is written in.</summary>
internal static class TransactionGuard
{
    private static readonly string[] Openers = ["BEGIN", "START", "COMMIT", "ROLLBACK", "END", "ABORT"];

    /// <summary>Refuses a statement that opens or ends a transaction, before it is sent.</summary>
    /// <exception cref="CairnException">It does (CAIRN3003).</exception>
    public static void Check(Client client, string sql)
    {
        var words = FirstWords(client, sql);
        if (words.Count == 0 || !Openers.Contains(words[0], StringComparer.OrdinalIgnoreCase))
        {
            return;
        }

        var second = words.Count > 1 ? words[1].ToUpperInvariant() : "";
        var third = words.Count > 2 ? words[2].ToUpperInvariant() : "";
        var harmless = words[0].ToUpperInvariant() switch
        {
            "ROLLBACK" => second == "TO" || third == "TO",
            "START" => second != "TRANSACTION",
            _ => false,
        };
        if (!harmless)
        {
            throw Refuse(words[0].ToUpperInvariant());
        }
    }

    public static CairnException Refuse(string what) => new(
        ErrorCodes.OwnTransaction,
        $"The migration opens or ends a transaction of its own ({what}); it already runs inside one, which its record is written in.")
    {
        Fix = "Leave the transaction to the run, use db.Transaction(…) for a nested one, or mark the migration [NoTransaction].",
    };

    /// <summary>The first three: more are not looked at.</summary>
    private static List<string> FirstWords(Client client, string sql)
    {
        var bare = BareText.Of(client, sql);
        var words = new List<string>(3);
        for (var at = 0; at < bare.Length && words.Count < 3; at++)
        {
            var start = at;
            while (at < bare.Length && bare[at] is not (' ' or '\t' or '\r' or '\n' or ';' or '('))
            {
                at++;
            }

            if (at > start)
            {
                words.Add(bare[start..at]);
            }
        }

        return words;
    }
}
