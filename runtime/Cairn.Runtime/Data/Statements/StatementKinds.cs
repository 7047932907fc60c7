using System.Text.RegularExpressions;

namespace Cairn.Runtime.Data.Statements;

/// <summary>Tells statements that only read from those that change something, by their words; what is not known to read counts as changing.</summary>
internal static partial class StatementKinds
{
    public static bool OnlyReads(string sql)
    {
        var text = LeadingComments().Replace(sql, "");
        return Reading().IsMatch(text) && !Changing().IsMatch(Quoted().Replace(text, " "));
    }

    [GeneratedRegex(@"\A(\s+|--[^\n]*(\n|\z)|/\*.*?\*/)+", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LeadingComments();

    [GeneratedRegex(@"\A\(*\s*(SELECT|WITH|VALUES|TABLE|SHOW|EXPLAIN|PRAGMA\s+\w+\s*(\(|;|\z))", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reading();

    [GeneratedRegex(@"\b(INSERT|UPDATE|DELETE|MERGE|REPLACE\s+INTO|INTO\s+(TEMP|OUTFILE|DUMPFILE)|FOR\s+(UPDATE|SHARE)|nextval|setval)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Changing();

    [GeneratedRegex(@"'(''|[^'])*'|""[^""]*""|`[^`]*`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();
}
