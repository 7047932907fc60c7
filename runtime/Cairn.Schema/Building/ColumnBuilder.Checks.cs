using Cairn.Schema.Dialects;
using Cairn.Schema.Operations;

namespace Cairn.Schema.Building;

public sealed partial class ColumnBuilder
{
    private static readonly string[] Operators = ["=", "<>", "<", "<=", ">", ">="];
    private readonly List<(string? Name, CheckRule Rule)> checks = [];

    /// <summary>What must hold.</summary>
    /// <param name="sql">A condition in the database's own words.</param>
    /// <param name="name">The constraint's name; <c>&lt;table&gt;_&lt;column&gt;_check</c> where left out, with a number from the column's second check on.</param>
    public ColumnBuilder Check(string sql, string? name = null) => Check(new CheckRule.Sql(Require.Sql(sql, $"the check of {column.Name}")), name);

    /// <summary>The value must be above 0.</summary>
    /// <param name="name">The constraint's name.</param>
    public ColumnBuilder CheckPositive(string? name = null) => Check(new CheckRule.Compare(column.Name, ">", 0), name);

    /// <summary>The value must be one of these.</summary>
    /// <param name="values">The values.</param>
    /// <exception cref="CairnException">There are none, or one is null (CAIRN3013).</exception>
    public ColumnBuilder CheckIn(params IReadOnlyList<object> values) => values is { Count: > 0 } && values.All(value => value is not null)
        ? Check(new CheckRule.In(column.Name, [.. values]), name: null)
        : throw Require.Error($"CheckIn of {column.Name} needs values, none of them null.", "Give at least one; a nullable column takes null anyway.");

    /// <summary>The value must lie between two values, both included.</summary>
    /// <param name="low">The lowest allowed value.</param>
    /// <param name="high">The highest allowed value.</param>
    /// <param name="name">The constraint's name.</param>
    public ColumnBuilder CheckBetween(object low, object high, string? name = null) => low is not null && high is not null
        ? Check(new CheckRule.Between(column.Name, low, high), name)
        : throw Require.Error($"CheckBetween of {column.Name} needs two values.", "Give both, not null.");

    /// <summary>The number of characters must compare to a number.</summary>
    /// <param name="comparison">One of <c>= &lt;&gt; &lt; &lt;= &gt; &gt;=</c>.</param>
    /// <param name="count">The number of characters.</param>
    /// <param name="name">The constraint's name.</param>
    /// <example><code>table.String("code").CheckLength("=", 8);</code></example>
    public ColumnBuilder CheckLength(string comparison, int count, string? name = null) => Operators.Contains(comparison, StringComparer.Ordinal)
        ? Check(new CheckRule.Length(column.Name, comparison, Require.InRange(count, 0, int.MaxValue, $"the length of {column.Name}")), name)
        : throw Require.Error($"\"{comparison}\" does not compare.", $"Use one of {string.Join(' ', Operators)}.");

    /// <summary>The value must match a regular expression.</summary>
    /// <param name="pattern">The expression, in the database's own dialect of them.</param>
    /// <param name="name">The constraint's name.</param>
    public ColumnBuilder CheckRegex(string pattern, string? name = null) => Check(new CheckRule.Regex(column.Name, Require.Sql(pattern, $"the pattern of {column.Name}")), name);

    private ColumnBuilder Check(CheckRule rule, string? name)
    {
        checks.Add((name is null ? null : Require.Name(name, "a check"), rule));
        return this;
    }

    private IEnumerable<TableChange> Checks()
    {
        // The first name belongs to the check that stands for the type on databases without it: the same names everywhere.
        var number = column.Type.Unsigned || column.Type.Kind is ColumnKind.Enum or ColumnKind.Json or ColumnKind.Jsonb ? 1 : 0;
        foreach (var (name, rule) in checks)
        {
            yield return new AddCheck(new CheckDefinition(name ?? NameGenerator.Check(table.Name, column.Name, ++number), rule));
        }
    }
}
