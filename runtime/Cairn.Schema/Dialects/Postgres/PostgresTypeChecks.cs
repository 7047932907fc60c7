using System.Text.RegularExpressions;
using Cairn.Schema.Inspection;

namespace Cairn.Schema.Dialects.Postgres;

/// <summary>
/// Recognises the checks that stand for a type (an enum's values, an unsigned number): they go when the type does. A table or column that was
/// renamed has them under their old names, so they are known by what they say.
/// </summary>
/// <param name="model">The table as the catalogue has it, or null where it is not there yet.</param>
internal sealed class PostgresTypeChecks(TableModel? model)
{
    private readonly List<(string Name, string Column)> added = [];

    /// <summary>The names of the checks that stand for the column's type as it is now.</summary>
    public IReadOnlyList<string> Of(string column, string ownName, string? currentType)
    {
        var quoted = Regex.Escape(column);
        if (currentType is not (null or "text" or "smallint" or "integer" or "bigint" or "real" or "double precision") && !currentType.StartsWith("numeric", StringComparison.Ordinal))
        {
            // No type of the builder's that needs a check is kept so: a CheckIn of a varchar is the author's own.
            return [];
        }

        var form = $@"^\(*(CHECK )?\(*""?{quoted}""?\)*(::[a-z ]+)? (= ANY \(|= '|>= 0\)*$|>= \(0\)::)";
        var known = model?.Checks
            .Where(check => check.Name.EndsWith("_check", StringComparison.Ordinal) || check.Name == ownName)
            .Where(check => Regex.IsMatch(check.Expression, form, RegexOptions.None, TimeSpan.FromSeconds(1)))
            .Select(check => check.Name) ?? [];
        return [.. known.Union(added.Where(check => check.Column == column).Select(check => check.Name), StringComparer.Ordinal)];
    }

    /// <summary>Remembers a check that this change of the table adds.</summary>
    public void Put(string name, string column) => added.Add((name, column));
}
