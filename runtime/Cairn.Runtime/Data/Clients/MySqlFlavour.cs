using System.Data.Common;
using System.Globalization;
using Cairn.Schema.Dialects;

namespace Cairn.Runtime.Data.Clients;

/// <summary>MySQL and MariaDB answer to the same drivers; their SQL differs, so a connection must name the right one.</summary>
internal static class MySqlFlavour
{
    /// <exception cref="CairnException">The server is the other one (CAIRN7003).</exception>
    public static async Task CheckAsync(DbConnection connection, Client expected, CancellationToken cancellationToken)
    {
        var version = await VersionAsync(connection, cancellationToken);
        var found = Of(version);
        if (found == expected)
        {
            return;
        }

        throw new CairnException(
            ErrorCodes.ConnectionInvalid, $"The connection says that the server is {Refusal.DisplayName(expected)}, but it is {Refusal.DisplayName(found)} ({version.Trim()}).")
        {
            Fix = found == Client.MariaDb ? "Write mariadb:// for mysql:// (or client: mariadb)." : "Write mysql:// for mariadb:// (or client: mysql).",
            DatabaseState = "Nothing was run.",
        };
    }

    /// <summary>Which of the two the server is.</summary>
    public static async Task<Client> FindAsync(DbConnection connection, CancellationToken cancellationToken) => Of(await VersionAsync(connection, cancellationToken));

    /// <summary>The server's version as a number; 0.0 where it says none.</summary>
    public static Version ParseVersion(string text)
    {
        // MariaDB says so to clients that would not understand a version of two digits.
        const string Prefix = "5.5.5-";
        var rest = text.StartsWith(Prefix, StringComparison.Ordinal) && text.Contains("MariaDB", StringComparison.OrdinalIgnoreCase) ? text[Prefix.Length..] : text;
        var digits = new string([.. rest.TakeWhile(letter => char.IsAsciiDigit(letter) || letter == '.')]).TrimEnd('.');
        return Version.TryParse(digits.Contains('.', StringComparison.Ordinal) ? digits : digits + ".0", out var version) ? version : new Version(0, 0);
    }

    private static Client Of(string version) => version.Contains("mariadb", StringComparison.OrdinalIgnoreCase) ? Client.MariaDb : Client.MySql;

    private static async Task<string> VersionAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT CONCAT(VERSION(), ' ', @@version_comment)";
        return Convert.ToString(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture) ?? "";
    }
}
