using System.Data.Common;
using Cairn.Runtime.Data;

namespace Cairn.Tool.Settings.Connections;

/// <summary>An ADO.NET connection string, together with the client it is for.</summary>
internal static class AdoNetConnection
{
    public static ParsedConnection Read(string text, Client client, string folder)
    {
        var builder = Parse(text);
        var redacted = Redacted(text);
        if (client == Client.Sqlite)
        {
            return Sqlite(builder, redacted, folder);
        }

        Remove(builder, "Pooling");
        if (client == Client.Postgres)
        {
            Remove(builder, "Include Error Detail");
            PostgresUrl.Complete(builder);
        }
        else
        {
            Remove(builder, "Allow User Variables");
            MySqlUrl.Complete(builder);
        }

        var user = First(builder, "User ID", "UserId", "Username", "User Name", "User", "UID");
        var host = First(builder, "Host", "Server", "Data Source", "DataSource", "Address");
        var database = First(builder, "Database", "Initial Catalog", "DB") ?? (client == Client.Postgres ? user : null) ?? "";
        var display = $"{ClientNames.Of(client)}://{(user is null ? "" : user + "@")}{host ?? "localhost"}{(database.Length == 0 ? "" : "/" + database)}";
        return new ParsedConnection(new DatabaseTarget(client, new Secret(builder.ConnectionString), display, database), redacted);
    }

    private static ParsedConnection Sqlite(DbConnectionStringBuilder builder, string redacted, string folder)
    {
        var path = First(builder, "Data Source", "DataSource", "Filename")
            ?? throw new ConnectionFormatException("the connection string has no 'Data Source'.");
        foreach (var keyword in new[] { "Data Source", "DataSource", "Filename", "Pooling" })
        {
            Remove(builder, keyword);
        }

        builder["Data Source"] = SqliteUrl.Full(path, folder);
        SqliteUrl.Complete(builder);
        return new ParsedConnection(new DatabaseTarget(Client.Sqlite, new Secret(builder.ConnectionString), "sqlite:" + path, path), redacted);
    }

    private static DbConnectionStringBuilder Parse(string text)
    {
        try
        {
            return new DbConnectionStringBuilder { ConnectionString = text };
        }
        catch (ArgumentException)
        {
            // The framework's message could quote a piece of the text, and the text has the password.
            throw new ConnectionFormatException("the connection string is malformed.")
            {
                Fix = "Write keyword=value pairs with ';' between; a value with ';' or '=' stands in quotes.",
            };
        }
    }

    private static string Redacted(string text)
    {
        var builder = Parse(text);
        foreach (var keyword in builder.Keys.Cast<string>().Where(Redaction.IsSecret).ToList())
        {
            builder[keyword] = "***";
        }

        return builder.ConnectionString;
    }

    // Drivers take a keyword with and without its spaces; two forms of one would contradict each other.
    private static void Remove(DbConnectionStringBuilder builder, string keyword)
    {
        builder.Remove(keyword);
        builder.Remove(keyword.Replace(" ", "", StringComparison.Ordinal));
    }

    private static string? First(DbConnectionStringBuilder builder, params string[] keywords) =>
        keywords.Select(keyword => PostgresUrl.Get(builder, keyword)).FirstOrDefault(value => value is not null);
}
