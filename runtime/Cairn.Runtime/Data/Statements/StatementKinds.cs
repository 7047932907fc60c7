using System.Text.RegularExpressions;

namespace Cairn.Runtime.Data.Statements;

/// <summary>Tells statements that only read from those that change something, by their words; what is not known to read counts as changing.</summary>
internal static partial class StatementKinds
{
    public static bool OnlyReads(Client client, string sql)
    {
        var text = BareText.Of(client, sql);
        return Reading().IsMatch(text) && !Changing().IsMatch(text);
    }

    [GeneratedRegex(@"\A\(*\s*(SELECT|WITH|VALUES|TABLE|SHOW|EXPLAIN|PRAGMA\s+\w+\s*(\(|;|\z))", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Reading();

    [GeneratedRegex(@"\b(INSERT|UPDATE|DELETE|MERGE|REPLACE\s+INTO|INTO\s+(TEMP|OUTFILE|DUMPFILE)|FOR\s+(UPDATE|SHARE)|nextval|setval)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Changing();
}
