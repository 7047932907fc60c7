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

    private Rights(IEnumerable<string> grants, string database)
    {
        foreach (var grant in grants)
        {
            if (Grant().Match(grant) is { Success: true } match && (!match.Groups["db"].Success || Covers(match.Groups["db"].Value, database)))
            {
                rights.UnionWith(match.Groups["rights"].Value.Split(',', StringSplitOptions.TrimEntries));
                readsRoutines |= !match.Groups["db"].Success && Array.Exists(["SELECT", "ALL PRIVILEGES"], rights.Contains);
            }

            readsRoutines |= RoutineTable().IsMatch(grant);
        }

        readsRoutines |= Has("SHOW_ROUTINE") || Has("SHOW CREATE ROUTINE");
    }

    public static async ValueTask<Rights> ReadAsync(ICatalogueConnection connection, string database, CancellationToken cancellationToken)
    {
        var rows = await connection.ReadAsync("SHOW GRANTS", [], cancellationToken);
        return new Rights(rows.Select(row => row.Text(row.Columns.First()) ?? ""), database);
    }

    /// <summary>Whether no routine is hidden: those without any right on them are.</summary>
    public bool SeesRoutines => readsRoutines || Has("EXECUTE") || Has("ALTER ROUTINE") || Has("CREATE ROUTINE");

    public bool Has(string right) => rights.Contains(right) || rights.Contains("ALL PRIVILEGES");

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

    [GeneratedRegex(@"^GRANT (?<rights>.+?) ON (\*|[`""](?<db>([^`""]|``)+)[`""])\.\* TO ")]
    private static partial Regex Grant();

    [GeneratedRegex(@"^GRANT .*(SELECT|ALL PRIVILEGES).* ON [`""]mysql[`""]\.([`""]proc[`""]|\*) TO ")]
    private static partial Regex RoutineTable();

    [GeneratedRegex(@"\\?.", RegexOptions.Singleline)]
    private static partial Regex PatternPart();
}
