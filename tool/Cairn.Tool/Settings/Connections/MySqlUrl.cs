using System.Data.Common;
using Cairn.Runtime.Data;

namespace Cairn.Tool.Settings.Connections;

/// <summary><c>mysql://</c> and <c>mariadb://</c>, in keywords that both MySqlConnector and MySql.Data take.</summary>
internal static class MySqlUrl
{
    private static readonly UrlParameter[] Parameters =
    [
        Ssl("sslmode"),
        Ssl("ssl-mode"),
        new("ssl-ca", "SslCa"),
        new("ssl-cert", "SslCert"),
        new("ssl-key", "SslKey"),
        new("charset", "Character Set"),
        new("connect_timeout", "Connection Timeout"),
        new("allowPublicKeyRetrieval", "AllowPublicKeyRetrieval") { Values = PostgresUrl.Words("true", "True", "false", "False") },
        new("host", "Server"),
        new("socket", "Server"),
        new("port", "Port"),
        new("user", "User ID"),
        new("password", "Password"),
    ];

    public static ParsedConnection Read(ServerUrl url, Client client)
    {
        var builder = new DbConnectionStringBuilder { ["Server"] = url.Host.Length == 0 ? "localhost" : url.Host };
        PostgresUrl.Put(builder, "Port", url.Port?.ToString());
        PostgresUrl.Put(builder, "Database", url.Database.Length == 0 ? null : url.Database);
        PostgresUrl.Put(builder, "User ID", url.User);
        PostgresUrl.Put(builder, "Password", url.Password);
        UrlParameter.Apply(url.Query, Parameters, builder);
        if (PostgresUrl.Get(builder, "Server")!.StartsWith('/'))
        {
            builder["Connection Protocol"] = "Unix";
        }

        Complete(builder);
        return new ParsedConnection(new DatabaseTarget(client, new Secret(builder.ConnectionString), url.Display, url.Database), url.Redacted);
    }

    /// <summary>What every connection of ours has.</summary>
    public static void Complete(DbConnectionStringBuilder builder)
    {
        builder["Pooling"] = "False";
        builder["Allow User Variables"] = "True";
    }

    private static UrlParameter Ssl(string name) => new(name, "SSL Mode")
    {
        Values = PostgresUrl.Words(
            "disable", "Disabled", "disabled", "Disabled", "prefer", "Preferred", "preferred", "Preferred", "require", "Required", "required", "Required",
            "verify-ca", "VerifyCA", "verify_ca", "VerifyCA", "verify-full", "VerifyFull", "verify_identity", "VerifyFull"),
    };
}
