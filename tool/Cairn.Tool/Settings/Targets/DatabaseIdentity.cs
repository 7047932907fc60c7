using System.Data.Common;
using Cairn.Runtime.Data;
using Cairn.Tool.Settings.Connections;

namespace Cairn.Tool.Settings.Targets;

/// <summary>
/// Which history a connection leads to, as far as its text tells: server, database, schema and tracking table. Other names of one server are
/// not looked up; two runs that meet there are kept apart by the migration lock.
/// </summary>
internal static class DatabaseIdentity
{
    /// <summary>Equal for connections to one database; null for a database that is each connection's own.</summary>
    public static string? Of(DatabaseTarget target, string table)
    {
        var builder = new DbConnectionStringBuilder { ConnectionString = target.ConnectionString.Reveal() };
        string Get(params string[] keywords) => keywords.Select(keyword => PostgresUrl.Get(builder, keyword)).FirstOrDefault(value => value is not null) ?? "";
        if (target.Client == Client.Sqlite)
        {
            var file = Get("Data Source");
            return !Path.IsPathFullyQualified(file) ? null : $"sqlite {Resolved(file)} {table}";
        }

        var isPostgres = target.Client == Client.Postgres;
        var host = Get("Host", "Server", "Data Source", "DataSource", "Address").ToLowerInvariant();
        return string.Join(' ',
            isPostgres ? "postgres" : "mysql",
            host is "" or "127.0.0.1" or "::1" ? "localhost" : host,
            Get("Port") is { Length: > 0 } port ? port : isPostgres ? "5432" : "3306",
            target.Database,
            isPostgres ? Get("Search Path", "SearchPath") : "",
            table);
    }

    private static string Resolved(string file)
    {
        try
        {
            return File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName ?? file;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Not there yet, or not to be read: then its own name will do.
            return file;
        }
    }
}
