using System.Data.Common;
using Cairn.Runtime.Data;

namespace Cairn.Tool.Settings.Connections;

/// <summary><c>postgres://user:password@host:5432/db?sslmode=require</c>, with libpq's parameters, as Npgsql takes it.</summary>
internal static class PostgresUrl
{
    private static UrlParameter[] Parameters =>
    [
        new("sslmode", "SSL Mode") { Values = Words("disable", "Disable", "allow", "Allow", "prefer", "Prefer", "require", "Require", "verify-ca", "VerifyCA", "verify-full", "VerifyFull") },
        new("sslrootcert", "Root Certificate"),
        new("sslcert", "SSL Certificate"),
        new("sslkey", "SSL Key"),
        new("sslpassword", "SSL Password"),
        new("sslnegotiation", "SSL Negotiation") { Values = Words("postgres", "Postgres", "direct", "Direct") },
        new("channel_binding", "Channel Binding") { Values = Words("disable", "Disable", "prefer", "Prefer", "require", "Require") },
        new("target_session_attrs", "Target Session Attributes"),
        new("application_name", "Application Name"),
        new("connect_timeout", "Timeout"),
        new("search_path", "Search Path"),
        new("client_encoding", "Client Encoding"),
        new("options", "Options"),
        new("host", "Host"),
        new("port", "Port"),
        new("user", "Username"),
        new("password", "Password"),
        new("dbname", "Database"),
    ];

    public static ParsedConnection Read(ServerUrl url)
    {
        var builder = new DbConnectionStringBuilder { ["Host"] = url.Host.Length == 0 ? "localhost" : url.Host };
        Put(builder, "Port", url.Port?.ToString());
        Put(builder, "Database", url.Database.Length == 0 ? null : url.Database);
        Put(builder, "Username", url.User);
        Put(builder, "Password", url.Password);
        if (url.Query.Count > 0)
        {
            UrlParameter.Apply(url.Query, Parameters, builder);
        }

        Complete(builder);
        var database = Get(builder, "Database") ?? Get(builder, "Username") ?? "";
        return new ParsedConnection(new DatabaseTarget(Client.Postgres, new Secret(builder.ConnectionString), url.Display, database), url.Redacted);
    }

    /// <summary>What every connection of ours has: one process makes few connections and must see the server's own words.</summary>
    public static void Complete(DbConnectionStringBuilder builder)
    {
        builder["Pooling"] = "False";
        builder["Include Error Detail"] = "True";
        if (!builder.ContainsKey("Application Name"))
        {
            builder["Application Name"] = "cairn";
        }
    }

    internal static void Put(DbConnectionStringBuilder builder, string keyword, string? value)
    {
        if (value is not null)
        {
            builder[keyword] = value;
        }
    }

    internal static string? Get(DbConnectionStringBuilder builder, string keyword) =>
        builder.TryGetValue(keyword, out var value) ? value.ToString() : null;

    internal static Dictionary<string, string> Words(params string[] pairs) =>
        pairs.Chunk(2).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
}
