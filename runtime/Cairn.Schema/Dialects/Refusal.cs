namespace Cairn.Schema.Dialects;

/// <summary>The errors of a dialect: what the database cannot do, or does not have.</summary>
public static class Refusal
{
    /// <summary>The database cannot do it (CAIRN3004).</summary>
    /// <param name="client">The database.</param>
    /// <param name="what">What was asked for, as a noun: <c>a materialized view (totals)</c>.</param>
    /// <param name="fix">What to do instead.</param>
    public static CairnException Unsupported(Client client, string what, string fix) =>
        new(ErrorCodes.OperationUnsupported, $"{DisplayName(client)} has no way to do this: {what}.") { Fix = fix };

    /// <summary>What shall be changed is not there (CAIRN3010).</summary>
    /// <param name="what">What is missing: <c>the column note of orders</c>.</param>
    public static CairnException Missing(string what) =>
        new(ErrorCodes.ObjectMissing, $"There is no {what}.") { Fix = "Mend the name, or use the …IfExists form where it may be missing." };

    /// <summary>The value has no literal (CAIRN3013).</summary>
    /// <param name="message">What is wrong with it.</param>
    /// <param name="fix">What to do instead.</param>
    public static CairnException Value(string message, string fix) => new(ErrorCodes.ValueInvalid, message) { Fix = fix };

    /// <summary>The database's name for people.</summary>
    /// <param name="client">The database.</param>
    public static string DisplayName(Client client) => client switch
    {
        Client.Sqlite => "SQLite",
        Client.Postgres => "PostgreSQL",
        Client.MySql => "MySQL",
        Client.MariaDb => "MariaDB",
        _ => client.ToString(),
    };
}
