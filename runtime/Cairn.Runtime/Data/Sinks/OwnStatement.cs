using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Cairn.Runtime.Data.Sinks;

/// <summary>A statement of Cairn's own, whose parameters are <c>@p0</c>, <c>@p1</c> …</summary>
/// <param name="Sql">The statement.</param>
/// <param name="Arguments">The parameters' values.</param>
internal sealed partial record OwnStatement(string Sql, IReadOnlyList<object?> Arguments)
{
    private const string Prefix = "p";

    /// <summary>One text of several, separated by semicolons.</summary>
    /// <param name="statements">The statements.</param>
    /// <param name="prefix">What the names of its parameters begin with.</param>
    public static OwnStatement Join(IReadOnlyList<OwnStatement> statements, string prefix = Prefix)
    {
        var texts = new List<string>();
        var arguments = new List<object?>();
        foreach (var statement in statements)
        {
            var first = arguments.Count;
            texts.Add(Parameter().Replace(
                statement.Sql, match => string.Create(CultureInfo.InvariantCulture, $"@{prefix}{int.Parse(match.ValueSpan[2..], CultureInfo.InvariantCulture) + first}")));
            arguments.AddRange(statement.Arguments);
        }

        return new OwnStatement(string.Join("; ", texts), arguments);
    }

    /// <summary>Adds its parameters to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="prefix">What their names begin with.</param>
    public void AddParametersTo(DbCommand command, string prefix = Prefix)
    {
        for (var index = 0; index < Arguments.Count; index++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@{prefix}{index}");
            parameter.Value = Arguments[index] ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }
    }

    [GeneratedRegex("@p[0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Parameter();
}
