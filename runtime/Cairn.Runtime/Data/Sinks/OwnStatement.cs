using System.Globalization;
using System.Text.RegularExpressions;

namespace Cairn.Runtime.Data.Sinks;

/// <summary>A statement of Cairn's own, whose parameters are <c>@p0</c>, <c>@p1</c> …</summary>
/// <param name="Sql">The statement.</param>
/// <param name="Arguments">The parameters' values.</param>
internal sealed partial record OwnStatement(string Sql, IReadOnlyList<object?> Arguments)
{
    /// <summary>One text of several, separated by semicolons.</summary>
    public static OwnStatement Join(IReadOnlyList<OwnStatement> statements)
    {
        var texts = new List<string>();
        var arguments = new List<object?>();
        foreach (var statement in statements)
        {
            var first = arguments.Count;
            texts.Add(Parameter().Replace(
                statement.Sql, match => string.Create(CultureInfo.InvariantCulture, $"@p{int.Parse(match.ValueSpan[2..], CultureInfo.InvariantCulture) + first}")));
            arguments.AddRange(statement.Arguments);
        }

        return new OwnStatement(string.Join("; ", texts), arguments);
    }

    [GeneratedRegex("@p[0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Parameter();
}
