using System.Security.Authentication;
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
            _ when Handshake(exception) is not null => (
                ErrorCodes.Unreachable, "cannot be reached by an encrypted connection",
                "Name the certificate of the authority that signed the server's (sslrootcert=… on PostgreSQL, ssl-ca=… on MySQL and MariaDB), and the host as the certificate does. sslmode=require encrypts without verifying who answers."),
            _ => (ErrorCodes.Unreachable, "cannot be reached", "Check host, port and that the server runs; for SQLite, that the folder exists and the file is a database."),
        };
        return new CairnException(code, $"{target.Display} {what}: {(Handshake(exception) ?? exception).Message}", exception)
        {
            Fix = fix,
            DatabaseState = "Nothing was run.",
        };
    }

    /// <summary>Why encryption could not be agreed on; drivers only say that it could not.</summary>
    private static AuthenticationException? Handshake(Exception exception) => Causes.Of(exception).OfType<AuthenticationException>().FirstOrDefault();
}
