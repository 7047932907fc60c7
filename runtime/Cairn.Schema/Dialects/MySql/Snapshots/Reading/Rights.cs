using System.Text.RegularExpressions;
using Cairn.Schema.Inspection;

namespace Cairn.Schema.Dialects.MySql.Snapshots.Reading;

/// <summary>
/// What the account may do with all of the database. The catalogue hides what an account has no right on, without a word: only its grants tell that
/// something may be hidden.
/// </summary>
internal sealed partial class Rights
{
    private readonly HashSet<string> rights = new(StringComparer.OrdinalIgnoreCase);
    private readonly bool readsRoutines;

    private Rights(IReadOnlyList<string> grants, string database)
    {
        var found = grants.Select(grant => Grant().Match(grant)).Where(match => match.Success).ToList();
        foreach (var grant in found.Where(match => !match.Groups["db"].Success))
        {
            rights.UnionWith(RightsOf(grant));
        }

        readsRoutines = Has("SELECT") || Has("SHOW_ROUTINE") || Has("SHOW CREATE ROUTINE") || grants.Any(grant => RoutineTable().IsMatch(grant));

        // Of several grants to one grantee whose patterns fit the database, the server takes the most exact one only.
        var own = found.Where(match => match.Groups["db"].Success && Covers(match.Groups["db"].Value, database))
            .GroupBy(match => match.Groups["grantee"].Value, StringComparer.Ordinal)
            .Select(grantee => grantee.MaxBy(match => Exactness(match.Groups["db"].Value))!).ToList();
        own.ForEach(grant => rights.UnionWith(RightsOf(grant)));
        readsRoutines |= Has("SHOW CREATE ROUTINE");
        Target = own.Count > 0 ? own[0].Groups["db"].Value : database.Replace("`", "``").Replace("\\", "\\\\").Replace("_", "\\_").Replace("%", "\\%");
    }

    /// <summary>The database as a grant names it: as the account's grant does where it has one, since another one would hide that.</summary>
    public string Target { get; }

    public static async ValueTask<Rights> ReadAsync(ICatalogueConnection connection, string database, CancellationToken cancellationToken)
    {
        var rows = await connection.ReadAsync("SHOW GRANTS", [], cancellationToken);
        return new Rights([.. rows.Select(row => row.Text(row.Columns.First()) ?? "")], database);
    }

    /// <summary>Whether no routine is hidden: those without any right on them are.</summary>
    public bool SeesRoutines => readsRoutines || Has("EXECUTE") || Has("ALTER ROUTINE") || Has("CREATE ROUTINE");

    public bool Has(string right) => rights.Contains(right) || rights.Contains("ALL PRIVILEGES");

    private static string[] RightsOf(Match grant) => grant.Groups["rights"].Value.Split(',', StringSplitOptions.TrimEntries);

    /// <summary>How much of a pattern is before its first wildcard.</summary>
    private static int Exactness(string pattern) => PatternPart().Matches(pattern).TakeWhile(part => part.Value is not ("%" or "_")).Count();

    /// <summary>A grant's name of a database is a pattern.</summary>
    private static bool Covers(string pattern, string database)
    {
        var expression = string.Concat(PatternPart().Matches(pattern.Replace("``", "`")).Select(part => part.Value switch
        {
            "%" => ".*",
            "_" => ".",
            ['\\', var escaped] => Regex.Escape(escaped.ToString()),
            var other => Regex.Escape(other),
        }));
        return Regex.IsMatch(database, $"^{expression}$", RegexOptions.Singleline | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }

    [GeneratedRegex(@"^GRANT (?<rights>.+?) ON (\*|[`""](?<db>([^`""]|``)+)[`""])\.\* TO (?<grantee>\S+)")]
    private static partial Regex Grant();

    [GeneratedRegex(@"^GRANT .*(SELECT|ALL PRIVILEGES).* ON [`""]mysql[`""]\.([`""]proc[`""]|\*) TO ")]
    private static partial Regex RoutineTable();

    [GeneratedRegex(@"\\?.", RegexOptions.Singleline)]
    private static partial Regex PatternPart();
}
