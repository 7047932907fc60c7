using System.Data.Common;
using System.Globalization;

namespace Cairn.Runtime.Telemetry;

/// <summary>An error's class and its number. Its message is never sent: the database's own messages quote values.</summary>
internal static class ErrorTypes
{
    /// <summary>Cairn's code, or the exception's type.</summary>
    public static string Of(Exception exception) => exception is CairnException error ? error.Code : exception.GetType().FullName!;

    /// <summary>For a statement: what the database calls the error, or else the same.</summary>
    public static string OfStatement(Client client, Exception exception) => StatusCode(client, exception) ?? Of(exception);

    /// <summary>What the database calls the error: the SQLSTATE of PostgreSQL, the number of the others; null where it said nothing.</summary>
    public static string? StatusCode(Client client, Exception? exception)
    {
        var property = client switch
        {
            Client.Postgres => "SqlState",
            Client.Sqlite => "SqliteErrorCode",
            _ => "Number",
        };
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            // The drivers are not referred to, so the property is found by its name.
            if (cause is DbException && cause.GetType().GetProperty(property)?.GetValue(cause) is { } value)
            {
                var text = Convert.ToString(value, CultureInfo.InvariantCulture);
                return text is "" or "0" ? null : text;
            }
        }

        return null;
    }
}
