using System.Text.RegularExpressions;

namespace Cairn.Runtime.Checks;

/// <summary>What SHOW GRANTS says about a whole database. Pure. What is granted on single tables only does not count.</summary>
internal sealed partial class GrantList
{
    private readonly HashSet<string> rights = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="lines">The lines of SHOW GRANTS.</param>
    /// <param name="database">Which database is meant.</param>
    public GrantList(IEnumerable<string> lines, string database)
    {
        foreach (var line in lines)
        {
            var match = Grant().Match(line);
            if (!match.Success)
            {
                HasRoles |= line.StartsWith("GRANT ", StringComparison.OrdinalIgnoreCase);
            }
            else if (Covers(match.Groups["where"].Value, database))
            {
                rights.UnionWith(match.Groups["rights"].Value.Split(',', StringSplitOptions.TrimEntries));
            }
        }
    }

    /// <summary>Whether a role was granted; what it has is not in the list.</summary>
    public bool HasRoles { get; }

    public bool Has(string right) => rights.Contains(right) || rights.Contains("ALL PRIVILEGES") || rights.Contains("ALL");

    public bool HasAny(IEnumerable<string> some) => some.Any(Has);

    /// <summary><c>*.*</c>, or a database, in whose name % and _ are wildcards unless escaped.</summary>
    private static bool Covers(string where, string database)
    {
        if (where == "*.*")
        {
            return true;
        }

        if (!where.EndsWith(".*", StringComparison.Ordinal))
        {
            return false;
        }

        var name = where[..^2].Trim('`').Replace("``", "`", StringComparison.Ordinal);
        var pattern = Wildcard().Replace(Regex.Escape(name).Replace(@"\\_", "\u0001", StringComparison.Ordinal).Replace(@"\\%", "\u0002", StringComparison.Ordinal), match => match.Value == "_" ? "." : ".*")
            .Replace('\u0001', '_').Replace('\u0002', '%');
        return Regex.IsMatch(database, $@"\A{pattern}\z", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }

    [GeneratedRegex(@"\AGRANT (?<rights>.+?) ON (TABLE )?(?<where>(\*|`(?:[^`]|``)*`|\w+)\.(\*|`(?:[^`]|``)*`|\w+)) TO ", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Grant();

    [GeneratedRegex("[_%]", RegexOptions.None, 1000)]
    private static partial Regex Wildcard();
}
