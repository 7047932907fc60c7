using Cairn.Runtime.Data.Clients;

namespace Cairn.Runtime.Data.Connections;

/// <summary>Says why a database could not be had.</summary>
internal static class ConnectionErrors
{
    public static CairnException Describe(DatabaseClient client, DatabaseTarget target, Exception exception)
    {
        var (code, what, fix) = client.Classify(exception) switch
        {
            DatabaseFailure.LoginRefused => (ErrorCodes.LoginRefused, "refuses the login", "Check user and password in the connection."),
            DatabaseFailure.DatabaseMissing => (
                ErrorCodes.DatabaseMissing, $"has no database {target.Database}", "Create the database first, or correct its name in the connection."),
            DatabaseFailure.PermissionDenied => (ErrorCodes.LoginRefused, "refuses the access", "Give this user the right to connect."),
            _ when exception is ArgumentException => (
                ErrorCodes.ConnectionInvalid, "cannot be connected to: the connection string is not understood", "Correct the connection string; the message above names the part."),
            _ => (ErrorCodes.Unreachable, "cannot be reached", "Check host, port and that the server runs; for SQLite, that the folder exists and the file is a database."),
        };
        return new CairnException(code, $"{target.Display} {what}: {exception.Message}", exception)
        {
            Fix = fix,
            DatabaseState = "Nothing was run.",
        };
    }
}
