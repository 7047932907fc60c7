using System.Data.Common;

namespace Cairn.Runtime.Data.Sinks;

/// <summary>
/// Cairn's own statements that wait for the next one, to go in front of it in the same round trip: they give no rows, have no parameters, and nobody asks how they ended.
/// </summary>
internal sealed class StatementsAhead
{
    private readonly List<string> statements = [];

    /// <summary>Those that wait, in order.</summary>
    public IReadOnlyList<string> Waiting => statements;

    public void Add(string sql) => statements.Add(sql);

    /// <summary>Forgets one that was not sent; false where it was.</summary>
    public bool Remove(string sql) => statements.Remove(sql);

    public void Clear() => statements.Clear();

    /// <summary>The statement with those that wait in front of it, which then wait no more.</summary>
    public string Join(string sql)
    {
        if (statements.Count == 0)
        {
            return sql;
        }

        var joined = $"{string.Join("; ", statements)}; {sql}";
        statements.Clear();
        return joined;
    }

    /// <summary>Those that wait, as one text; null where none do.</summary>
    public string? Take() => statements.Count == 0 ? null : Join("").TrimEnd(' ', ';');

    /// <summary>Whether others can go in front of a command: parameters that are counted and not named belong to one statement.</summary>
    public static bool CanJoin(DbCommand command)
    {
        foreach (DbParameter parameter in command.Parameters)
        {
            if (string.IsNullOrEmpty(parameter.ParameterName))
            {
                return false;
            }
        }

        return command.CommandType == System.Data.CommandType.Text;
    }
}
