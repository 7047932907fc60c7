using System.Data.Common;

namespace Cairn.Runtime.Data.Sinks;

/// <summary>
/// Cairn's own statements that wait for the next one, to go in front of it in the same round trip: they give no rows, and how they ended is told by how that one ended.
/// </summary>
internal sealed class StatementsAhead
{
    // Not a name that a script or SqlKata gives to a parameter.
    private const string ParameterPrefix = "cairn_ahead_";

    private readonly List<Entry> entries = [];

    /// <summary>Whether any wait.</summary>
    public bool Any => entries.Count > 0;

    /// <summary>Those that wait, in order.</summary>
    public IReadOnlyList<OwnStatement> Waiting => [.. entries.Select(entry => entry.Statement)];

    /// <summary>One that changes no rows and has no parameters.</summary>
    /// <param name="sql">The statement.</param>
    /// <param name="ofTransaction">Whether it means nothing once the transaction is over.</param>
    public void Add(string sql, bool ofTransaction = false) => entries.Add(new Entry(new OwnStatement(sql, []), ofTransaction, Rows: 0));

    /// <summary>One that changes one row.</summary>
    public void AddOfOneRow(OwnStatement statement) => entries.Add(new Entry(statement, OfTransaction: false, Rows: 1));

    /// <summary>Whether one still waits.</summary>
    public bool Has(string sql) => entries.Exists(entry => entry.Statement.Sql == sql);

    /// <summary>Forgets one that was not sent; false where it was.</summary>
    public bool Remove(string sql) => entries.RemoveAll(entry => entry.Statement.Sql == sql) > 0;

    public void Clear() => entries.Clear();

    /// <summary>Forgets those that change rows.</summary>
    public void ClearRows() => entries.RemoveAll(entry => entry.Rows > 0);

    /// <summary>The transaction is over, and with it what waited for a statement of it.</summary>
    public void ClearTransaction() => entries.RemoveAll(entry => entry.OfTransaction);

    /// <summary>Puts those that wait in front of a command's statement; they wait no more.</summary>
    /// <returns>How many rows they change, which the driver adds to those of the statement.</returns>
    public int JoinTo(DbCommand command)
    {
        if (entries.Count == 0)
        {
            return 0;
        }

        var joined = OwnStatement.Join(Waiting, ParameterPrefix);
        var rows = entries.Sum(entry => entry.Rows);
        entries.Clear();
        command.CommandText = command.CommandText.Length == 0 ? joined.Sql : $"{joined.Sql}; {command.CommandText}";
        joined.AddParametersTo(command, ParameterPrefix);
        return rows;
    }

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

    private sealed record Entry(OwnStatement Statement, bool OfTransaction, int Rows);
}
